// title: Pairs that fell silent
// description: Pairs whose last contact is longer ago than their own longest gap before: a rhythm that broke. Vague dates are read so that none is called silent that may not be.
// family: time
// cost: every contact of the graph, and each pair of sides in it
// param today: last_day (required) The day to judge by.
// param country: side (none) Only pairs of this side.
// param least: integer (3) Only pairs with at least so many dated contacts.
// param limit: integer (100) At most so many rows.
// param known_by: moment (none) What the graph showed then, instead of now.
// column a: text Id of one side.
// column b: text Id of the other.
// column contacts: integer Dated contacts held.
// column last: date Last day of the latest.
// column silent: integer Days since then.
// column longest: integer Longest gap before, in days: at most, where dates are vague.
// example: today=2025-12-31 least=2

MATCH (s:Country|Organization)-[:TOOK_PART]->(e:Contact)
WITH e, collect(s.id) AS sides
WHERE size(sides) > 1 AND e.status = 'held' AND e.latest <= $today AND e.earliest IS NOT NULL
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND ($country IS NULL OR $country IN sides)
WITH sides, e.latest AS latest, duration.inDays(e.earliest, $today).days AS from, duration.inDays(e.latest, $today).days AS to
ORDER BY from DESC, to DESC
UNWIND sides AS a
UNWIND sides AS b
WITH a, b, latest, from, to WHERE a < b AND ($country IS NULL OR $country IN [a, b])
WITH a, b, collect(from) AS froms, collect(to) AS tos, max(latest) AS last, min(to) AS silent
WHERE size(froms) >= $least AND silent * (size(froms) - 1) > froms[0] - froms[-1]
UNWIND range(1, size(froms) - 1) AS at
WITH a, b, size(froms) AS contacts, last, silent, max(froms[at - 1] - tos[at]) AS longest
WHERE silent > longest
RETURN a, b, contacts, last, silent, longest
ORDER BY silent DESC, a, b
LIMIT $limit
