// title: Accounts of an event
// description: The sources that tell of it, which text each reprints, and how many claims each makes.
// family: evidence
// param event: event (required) Id of the event.
// param known_by: moment (none) What the graph showed then, instead of now.
// column source: text Id of the source.
// column kind: text article, readout or record.
// column publisher: text Who published it.
// column published: text When (EDTF).
// column claims: integer Claims it makes about the event.
// column reprint_of: text Id of the source whose text it repeats; empty for one of its own.
// column url: text Where.
// example: event=event-riyadh

MATCH (e:Event {id: $event})<-[:REPORTS]-(told:Source)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
OPTIONAL MATCH (told)<-[:REPRINT_OF]-(again:Source)
WITH e, told, collect(DISTINCT again) AS copies
UNWIND [told] + copies AS s
WITH DISTINCT e, s
OPTIONAL MATCH (s)-[:REPRINT_OF]->(original:Source)
WITH e, s, min(original.id) AS original
OPTIONAL MATCH (e)<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s)
OPTIONAL MATCH (c:Claim {mention: m.id})
WHERE coalesce(c.recorded < $known_by, true) AND coalesce(c.withdrawn >= $known_by, c.withdrawn IS NULL)
  AND ($known_by IS NULL OR none(gap IN coalesce(c.gaps, []) WHERE split(gap, '/')[0] < $known_by AND split(gap, '/')[1] >= $known_by))
RETURN s.id AS source, s.kind AS kind, coalesce(s.publisher, '') AS publisher, coalesce(s.published, '') AS published,
  count(DISTINCT c) AS claims, coalesce(original, '') AS reprint_of, coalesce(s.url, '') AS url
ORDER BY source
