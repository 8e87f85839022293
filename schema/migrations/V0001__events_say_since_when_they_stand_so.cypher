// Events of graphs that are older than versions of events: they are taken to have stood as they do since first known.
MATCH (e:Event) WHERE e.recorded IS NULL SET e.recorded = e.known;
