"""Rows made up for tests, in the layouts of real files."""

from __future__ import annotations

ICEWS_HEADER = "\t".join(
    ("Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
     "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
     "District", "Province", "Country", "Latitude", "Longitude")
)  # fmt: skip


def gdelt(
    number: int, code: str, actors: tuple[str, str], *, day: str = "20250218", added: str = "20250219",
    countries: tuple[str, str] | None = None, url: str = "https://example.org/a", columns: int = 61,
    place: tuple[str, str] = ("Riyadh, Ar Riyad, Saudi Arabia", "SA"),
) -> str:  # fmt: skip
    """Return a row of GDELT 2.0 (61 columns) or 1.0 (57 or 58)."""
    first, second = countries or (actors[0][:3], actors[1][:3])
    row = [""] * columns
    row[0:5] = [str(number), day, day[:6], day[:4], f"{day[:4]}.1315"]
    row[5], row[7], row[15], row[17] = actors[0], first, actors[1], second
    row[25:31] = ["1", code, code[:3], code[:2], "1", "1.0"]
    geography = 51 if columns == 61 else 49
    row[geography : geography + 3] = ["4", *place]
    row[59 if columns == 61 else 56] = f"{added}120000" if columns == 61 else added
    if columns > 57:
        row[-1] = url
    return "\t".join(row)


def icews(
    number: int, code: str, source: tuple[str, str], target: tuple[str, str], *, day: str = "2025-02-18",
    story: str = "7", words: str = "Engage in negotiation", city: str = "Riyadh", country: str = "Saudi Arabia",
) -> str:  # fmt: skip
    """Return a row of ICEWS; actors are (name, country)."""
    return "\t".join(
        (str(number), day, source[0], "Government", source[1], words, code, "7", target[0], "Government", target[1],
         story, "2", "Example Wire", city, "NA", "NULL", country, "24.7", "46.7")
    )  # fmt: skip


POLECAT_HEADER = "\t".join(
    ("Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
     "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
     "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
     "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
     "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
     "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version")
)  # fmt: skip


def polecat(
    number: str, event: str, mode: str, actor: tuple[str, str], recipient: tuple[str, str], *,
    day: str = "2023-03-21", city: str = "Moscow", country: str = "RUS",
) -> str:  # fmt: skip
    """Return a row of POLECAT; actors are (names, countries), several joined by "; "."""
    return "\t".join(
        (number, day, event, mode, "2.0", "1", "diplomatic", *actor, "None", "GOV", "GOV", "None", actor[0], "None",
         *recipient, "None", "GOV", "GOV", "None", recipient[0], "None", city, city, "None", "None", country, "55.75",
         "37.6", "524901", city, "PPLC", "Example Wire", "2023-03-22", "None", "None", "None", "English", "v1")
    )  # fmt: skip


def mention(number: int, url: str = "https://example.org/b", *, confidence: str = "80", kind: str = "1") -> str:
    """Return a row of GDELT mentions: an article that tells of the event of this number."""
    return "\t".join(
        (str(number), "20250219120000", "20250219121500", kind, "example.org", url, "2", "-1", "142", "158", "1",
         confidence, "5402", "-0.1", "", "")
    )  # fmt: skip
