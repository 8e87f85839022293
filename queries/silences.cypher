// title: Pairs that fell silent
// description: Pairs whose last contact is longer ago than their own longest gap before: a rhythm that broke. Vague dates are read so that none is called silent that may not be.
// family: time
// cost: every contact of the graph, and each pair of sides in it; of a contact of a pair one number is held
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
WITH sides, duration.inDays(e.earliest, $today).days * 1000000 + duration.inDays(e.latest, $today).days AS span
UNWIND sides AS a
UNWIND sides AS b
WITH a, b, span WHERE a < b AND ($country IS NULL OR $country IN [a, b])
WITH a, b, span ORDER BY span DESC
WITH a, b, collect(span) AS spans WHERE size(spans) >= $least
WITH a, b, spans, size(spans) AS contacts,
  reduce(least = 999999, span IN spans | CASE WHEN span % 1000000 < least THEN span % 1000000 ELSE least END) AS silent
WHERE silent * (contacts - 1) > spans[0] / 1000000 - spans[-1] / 1000000
UNWIND range(1, contacts - 1) AS at
WITH a, b, contacts, silent, max(spans[at - 1] / 1000000 - spans[at] % 1000000) AS longest
WHERE silent > longest
RETURN a, b, contacts, $today - duration({days: silent}) AS last, silent, longest
ORDER BY silent DESC, a, b
LIMIT $limit
