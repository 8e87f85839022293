"""What reference data know: countries, former states, organisations, cities, titles, topics, tenures."""

from kg.vocabulary.lookup import (
    city_coordinates,
    country_by_code,
    fold,
    is_country,
    office_titles,
    persons_named,
    resolve_country,
    resolve_side,
    side_name,
    suggest_sides,
    tenures_of,
)
from kg.vocabulary.records import City, Country, FormerState, Organization, TenureRow, Title, Topic
from kg.vocabulary.tables import cities, countries, former_states, organizations, tenures, titles, topics

__all__ = [
    "City",
    "Country",
    "FormerState",
    "Organization",
    "TenureRow",
    "Title",
    "Topic",
    "cities",
    "city_coordinates",
    "countries",
    "country_by_code",
    "fold",
    "former_states",
    "is_country",
    "office_titles",
    "organizations",
    "persons_named",
    "resolve_country",
    "resolve_side",
    "side_name",
    "suggest_sides",
    "tenures",
    "tenures_of",
    "titles",
    "topics",
]
