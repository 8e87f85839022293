// title: Sources and contacts of a side by year
// description: So that no news and no contact are told apart: sources that tell of it, and contacts held, year by year.
// family: coverage
// cost: every contact of the side with its sources
// param country: side (required) A country or organisation by any of its names.
// param known_by: moment (none) What the graph showed then, instead of now.
// column year: integer Year of the contact; empty where not known.
// column contacts: integer Contacts held.
// column sources: integer Different sources that tell of them.
// example: country=Russia

MATCH (c:Country|Organization {id: $country})-[:TOOK_PART]->(e:Contact)
WHERE e.status = 'held' AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
OPTIONAL MATCH (e)<-[:REPORTS]-(s:Source)
WITH CASE WHEN e.earliest.year = e.latest.year THEN e.earliest.year END AS year, e, s
RETURN year, count(DISTINCT e) AS contacts, count(DISTINCT s) AS sources
ORDER BY year
