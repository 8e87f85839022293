// title: Pairs that fell silent
// description: Pairs whose last contact is longer ago than their own longest gap before: a rhythm that broke. Vague dates are read so that none is called silent that may not be.
// family: time
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

MATCH (e:Contact)
WHERE e.status = 'held' AND e.latest <= $today AND e.earliest IS NOT NULL
  AND coalesce(e.recorded < $known_by, true) AND coalesce(e.replaced >= $known_by, true)
  AND ($country IS NULL OR EXISTS { MATCH (e)<-[:TOOK_PART]-(s:Country|Organization {id: $country}) })
MATCH (e)<-[:TOOK_PART]-(a)
MATCH (e)<-[:TOOK_PART]-(b)
WHERE a.id < b.id AND ($country IS NULL OR $country IN [a.id, b.id])
WITH a.id AS a, b.id AS b, e ORDER BY e.earliest, e.latest, e.id
WITH a, b, collect(e.earliest) AS firsts, collect(e.latest) AS lasts, max(e.latest) AS last
WHERE size(firsts) >= $least
UNWIND range(1, size(firsts) - 1) AS at
WITH a, b, size(firsts) AS contacts, last, max(duration.inDays(firsts[at - 1], lasts[at]).days) AS longest
WITH a, b, contacts, last, longest, duration.inDays(last, $today).days AS silent
WHERE silent > longest
RETURN a, b, contacts, last, silent, longest
ORDER BY silent DESC, a, b
LIMIT $limit
