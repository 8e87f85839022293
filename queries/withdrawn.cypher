// title: Withdrawn claims
// description: What was taken out of the consolidated graph, and when.
// family: evidence
// param limit: integer (100) At most so many rows.
// column claim: text Id of the claim.
// column attribute: text What it is about.
// column value: text The value.
// column source: text Id of the source.
// column recorded: text When it was recorded.
// column withdrawn: text When it was withdrawn.

MATCH (c:Claim)
WHERE c.withdrawn IS NOT NULL
MATCH (c)-[:STATED_IN]->(s:Source)
RETURN c.id AS claim, c.attribute AS attribute, c.value AS value, s.id AS source, c.recorded AS recorded, c.withdrawn AS withdrawn
ORDER BY withdrawn DESC, claim
LIMIT $limit
