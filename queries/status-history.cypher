// title: How the status of an event changed
// description: Each claim on its status, in the order in which the sources were published.
// family: time
// param event: event (required) Id of the event.
// param known_by: moment (none) What the graph showed then, instead of now.
// column published: text When the source was published (EDTF).
// column status: text What it says.
// column stance: text asserts, reports or denies.
// column source: text Id of the source.
// column publisher: text Who published it.
// column quote: text The exact words.
// example: event=event-riyadh

MATCH (e:Event {id: $event})<-[:TELLS_OF]-(m:Mention)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
MATCH (c:Claim {mention: m.id})-[:STATED_IN]->(s:Source)
WHERE c.attribute = 'status' AND coalesce(c.recorded < $known_by, true) AND coalesce(c.withdrawn >= $known_by, c.withdrawn IS NULL)
  AND ($known_by IS NULL OR none(gap IN coalesce(c.gaps, []) WHERE split(gap, '/')[0] < $known_by AND split(gap, '/')[1] >= $known_by))
RETURN coalesce(s.published, '') AS published, c.value AS status, c.stance AS stance, s.id AS source,
  coalesce(s.publisher, '') AS publisher, c.quote AS quote
ORDER BY s.published_earliest, source, c.start, c.id
