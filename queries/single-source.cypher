// title: Share of events with one source
// description: For each kind of event: how many rest on one text alone.
// family: quality
// cost: every event of the graph
// param country: side (none) Only events it took part in.
// param since: first_day (none) Only events that may have been on this day or later.
// param until: last_day (none) Only events that may have been on this day or before.
// param fuzzy: fuzzy (possible) possible: the date may fit; certain: every day it may stand for fits.
// param known_by: moment (none) What the graph showed then, instead of now.
// column kind: text Kind of event.
// column events: integer Events.
// column single: integer Those that one text alone tells of.
// column share: number single / events.

MATCH (e:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND ($country IS NULL OR EXISTS { MATCH (e)<-[:TOOK_PART]-(s:Country|Organization {id: $country}) })
  AND ($fuzzy = 'possible' OR (coalesce(e.earliest >= $since, $since IS NULL) AND coalesce(e.latest <= $until, $until IS NULL)))
WITH e.kind AS kind, count(e) AS events, sum(CASE WHEN e.sources <= 1 THEN 1 ELSE 0 END) AS single
RETURN kind, events, single, round(1000.0 * single / events) / 1000 AS share
ORDER BY events DESC, kind
