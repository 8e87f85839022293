// title: Events without a date
// description: Events whose day no source says, or only without a year.
// family: time
// cost: every event of the graph
// param country: side (none) Only those it took part in.
// param limit: integer (100) At most so many rows.
// param known_by: moment (none) What the graph showed then, instead of now.
// column event: text Id of the event.
// column date: text When, as the sources have it (EDTF).
// column kind: text Kind of event.
// column status: text Status.
// column title: text One line about it.
// column sides: list Codes of all sides.
// column sources: integer Different texts that tell of it.

MATCH (e:Event)
WHERE (e.earliest IS NULL OR e.latest IS NULL) AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND ($country IS NULL OR EXISTS { MATCH (e)<-[:TOOK_PART]-(s:Country|Organization {id: $country}) })
RETURN e.id AS event, e.date AS date, e.kind AS kind, e.status AS status, e.title AS title, e.sides AS sides, e.sources AS sources
ORDER BY e.id
LIMIT $limit
