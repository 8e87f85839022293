// title: Capacities that reference data dispute
// description: Where a source gives a person an office that reference data do not, on that date: a finding for a person, never a correction.
// family: offices
// cost: every conflict of the graph about capacities
// param country: side (none) Only persons standing for this side.
// param known_by: moment (none) What the graph showed then, instead of now.
// column event: text Id of the event.
// column date: text When (EDTF).
// column name: text Name.
// column side: text Code of the side.
// column capacity: text What the source says.
// column note: text What reference data say.
// column sources: list Ids of the sources that say so.
// column publishers: list Who published them.
// column reference: list Ids of the sources that say otherwise.
// example: country=Russia

MATCH (f:Conflict {kind: 'tenure'})-[:CONCERNS]->(e:Event)
WHERE coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
MATCH (e)-[:HAS_PARTICIPANT]->(p:Participant)
WHERE p.id = f.participant AND ($country IS NULL OR EXISTS { MATCH (p)-[:REPRESENTED]->(s:Country|Organization {id: $country}) })
OPTIONAL MATCH (f)-[:BETWEEN]->(c:Claim)-[:STATED_IN]->(s:Source)
WITH e, p, c.attribute = 'tenure' AS otherwise, s
ORDER BY s.id
WITH e, p, collect(DISTINCT CASE WHEN NOT otherwise THEN s.id END) AS sources,
  collect(DISTINCT CASE WHEN NOT otherwise THEN s.publisher END) AS publishers, collect(DISTINCT CASE WHEN otherwise THEN s.id END) AS reference
RETURN e.id AS event, e.date AS date, coalesce(p.name, '') AS name, coalesce(p.side, '') AS side,
  coalesce(p.capacity, '') AS capacity, coalesce(p.tenure_note, '') AS note, sources, publishers, reference
ORDER BY e.earliest, e.id, p.id
