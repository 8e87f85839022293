// title: Office holders by their contacts
// description: Each tenure of a side with the contacts that its holder attended in it: those that certainly fell into it, and those that may have.
// family: offices
// param country: side (required) A country or organisation by any of its names.
// param office: office (none) Only this office.
// param known_by: moment (none) What the graph showed then, instead of now.
// param status: status (held) Only events of this status; any for all.
// column office: text Title.
// column official: text Id.
// column name: text Name.
// column start: text From (EDTF).
// column end: text To (EDTF); empty while it lasts.
// column certain: integer Contacts attended whose every possible day lies in the tenure.
// column possible: integer Further contacts attended that may have been in it.
// column counterparts: integer Different other sides in all of these.
// example: country=Russia office=foreign-minister

MATCH (c:Country|Organization {id: $country})<-[:OFFICE_OF]-(f:Office)<-[t:HELD_OFFICE]-(o:Official)
WHERE coalesce(f.office = $office, true)
OPTIONAL MATCH (o)-[:ATTENDED]->(e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND coalesce(e.latest >= t.earliest, true) AND coalesce(e.earliest <= t.latest, true)
WITH c, f, t, o, e, coalesce(e.earliest >= t.earliest, t.earliest IS NULL) AND coalesce(e.latest <= t.latest, t.latest IS NULL)
  AND e.earliest IS NOT NULL AND e.latest IS NOT NULL AS sure
OPTIONAL MATCH (e)<-[:TOOK_PART]-(other)
WHERE other.id <> c.id
WITH f, t, o, count(DISTINCT CASE WHEN sure THEN e END) AS certain, count(DISTINCT e) AS contacts, count(DISTINCT other) AS counterparts
RETURN f.title AS office, o.id AS official, o.name AS name, coalesce(t.start, '') AS start, coalesce(t.end, '') AS end,
  certain, contacts - certain AS possible, counterparts
ORDER BY f.id, t.earliest, official
