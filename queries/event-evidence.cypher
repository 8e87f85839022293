// title: Evidence of an event
// description: Every claim about it that counts, with the exact words and where they stand.
// family: evidence
// param event: event (required) Id of the event.
// param known_by: moment (none) What the graph showed then, instead of now.
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

MATCH (e:Event {id: $event})<-[:TELLS_OF]-(m:Mention)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
MATCH (c:Claim {mention: m.id})-[:STATED_IN]->(s:Source)
WHERE coalesce(c.recorded < $known_by, true) AND coalesce(c.withdrawn >= $known_by, c.withdrawn IS NULL)
  AND ($known_by IS NULL OR none(gap IN coalesce(c.gaps, []) WHERE split(gap, '/')[0] < $known_by AND split(gap, '/')[1] >= $known_by))
RETURN c.id AS claim, c.attribute AS attribute, c.value AS value, c.stance AS stance, c.quote AS quote,
  c.start AS start, c.end AS end, s.id AS source, coalesce(s.publisher, '') AS publisher,
  coalesce(s.published, '') AS published, coalesce(s.url, '') AS url, c.confidence AS confidence
ORDER BY attribute, source, start, claim
