// title: How the status of an event changed
// description: Each claim on its status, in the order in which the sources were published.
// family: time
// param event: event (required) Id of the event.
// column published: text When the source was published (EDTF).
// column status: text What it says.
// column stance: text asserts, reports or denies.
// column source: text Id of the source.
// column publisher: text Who published it.
// column quote: text The exact words.
// example: event=event-riyadh

MATCH (e:Event {id: $event})<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Source)
WHERE c.attribute = 'status' AND c.withdrawn IS NULL
RETURN coalesce(s.published, '') AS published, c.value AS status, c.stance AS stance, s.id AS source,
  coalesce(s.publisher, '') AS publisher, c.quote AS quote
ORDER BY s.published_earliest, source, c.start, c.id
