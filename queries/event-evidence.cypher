// title: Evidence of an event
// description: Every claim about it that counts, with the exact words and where they stand.
// family: evidence
// param event: event (required) Id of the event.
// param known_by: moment (none) Only claims recorded by then.
// column claim: text Id of the claim.
// column attribute: text What it is about.
// column value: text The value; JSON where it has parts.
// column stance: text asserts, reports or denies.
// column quote: text The exact words.
// column start: integer First code point of the quote in the text.
// column end: integer Code point after the last.
// column source: text Id of the source.
// column publisher: text Who published it.
// column published: text When (EDTF).
// column url: text Where.
// column confidence: number From 0 to 1.
// example: event=event-riyadh

MATCH (e:Event {id: $event})<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Source)
WHERE c.withdrawn IS NULL AND coalesce(c.recorded < $known_by, true)
RETURN c.id AS claim, c.attribute AS attribute, c.value AS value, c.stance AS stance, c.quote AS quote,
  c.start AS start, c.end AS end, s.id AS source, coalesce(s.publisher, '') AS publisher,
  coalesce(s.published, '') AS published, coalesce(s.url, '') AS url, c.confidence AS confidence
ORDER BY attribute, source, start, claim
