"""What reference data know: countries, former states, organisations, places, titles, topics, tenures.

Nothing is read at import; each table of schema/ is read once, when first asked for.
"""

from kg.vocabulary.codes import Scheme, country_by_code, is_area_code, is_country, side_by_cameo, state_by_code
from kg.vocabulary.collisions import meaning_of
from kg.vocabulary.names import (
    fold,
    resolve_country,
    resolve_side,
    side_name,
    side_names,
    suggest_sides,
)
from kg.vocabulary.people import office_of, office_titles, person_named, persons_named, tenures_for, tenures_of
from kg.vocabulary.places import city_coordinates, resolve_place
from kg.vocabulary.records import (
    Area,
    BroadOffice,
    City,
    Collision,
    Country,
    FormerState,
    Organization,
    PersonNames,
    TenureRow,
    Title,
    TitleModifier,
    Topic,
)
from kg.vocabulary.tables import (
    areas,
    broad_offices,
    cities,
    collisions,
    countries,
    former_states,
    organizations,
    person_names,
    tenures,
    title_modifiers,
    titles,
    topics,
)

__all__ = [
    "Area",
    "BroadOffice",
    "City",
    "Collision",
    "Country",
    "FormerState",
    "Organization",
    "PersonNames",
    "Scheme",
    "TenureRow",
    "Title",
    "TitleModifier",
    "Topic",
    "areas",
    "broad_offices",
    "cities",
    "city_coordinates",
    "collisions",
    "countries",
    "country_by_code",
    "fold",
    "former_states",
    "is_area_code",
    "is_country",
    "meaning_of",
    "office_of",
    "office_titles",
    "organizations",
    "person_named",
    "person_names",
    "persons_named",
    "resolve_country",
    "resolve_place",
    "resolve_side",
    "side_by_cameo",
    "side_name",
    "side_names",
    "state_by_code",
    "suggest_sides",
    "tenures",
    "tenures_for",
    "tenures_of",
    "title_modifiers",
    "titles",
    "topics",
]
