// title: Who represented whom at an event
// description: Every participant, named or not, with side and capacity; tenure says what reference data think of it.
// family: offices
// param event: event (required) Id of the event.
// param known_by: moment (none) What the graph showed then, instead of now.
// column side: text Code of the side stood for.
// column name: text Name; empty for an unnamed one.
// column capacity: text The office as the sources word it.
// column body: text An institution stood for that is not itself a side.
// column count: integer How many persons (more than one only where unnamed).
// column tenure: text holds, differs or unknown.
// column note: text What reference data say instead.
// column official: text Id of the official; empty where nobody is identified.
// column reference: list Ids of the sources that tenure and note rest on.
// example: event=event-riyadh

MATCH (e:Event {id: $event})-[:HAS_PARTICIPANT]->(p:Participant)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
OPTIONAL MATCH (p)-[:IDENTIFIED_AS]->(o:Official)
OPTIONAL MATCH (o)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(r:Source)
WHERE c.attribute = 'tenure' AND p.tenure <> 'unknown'
WITH p, o, r ORDER BY r.id
WITH p, o, collect(DISTINCT r.id) AS reference
RETURN coalesce(p.side, '') AS side, coalesce(p.name, '') AS name, coalesce(p.capacity, '') AS capacity,
  coalesce(p.body, '') AS body, coalesce(p.count, 1) AS count, coalesce(p.tenure, 'unknown') AS tenure,
  coalesce(p.tenure_note, '') AS note, coalesce(o.id, '') AS official, reference
ORDER BY side, p.id, official
