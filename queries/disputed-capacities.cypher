// title: Capacities that reference data dispute
// description: Where a source gives a person an office that reference data do not, on that date.
// family: offices
// param country: side (none) Only persons standing for this side.
// column event: text Id of the event.
// column date: text When (EDTF).
// column name: text Name.
// column side: text Code of the side.
// column capacity: text What the source says.
// column note: text What reference data say.
// example: country=Russia

MATCH (p:Participant)
WHERE p.tenure = 'differs' AND ($country IS NULL OR EXISTS { MATCH (p)-[:REPRESENTED]->(s:Country|Organization {id: $country}) })
MATCH (p)<-[:HAS_PARTICIPANT]-(e:Event)
RETURN e.id AS event, e.date AS date, coalesce(p.name, '') AS name, coalesce(p.side, '') AS side,
  coalesce(p.capacity, '') AS capacity, coalesce(p.tenure_note, '') AS note
ORDER BY e.earliest, e.id, p.id
