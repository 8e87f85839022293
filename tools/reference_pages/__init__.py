"""The pages of docs/reference, written from the schema, the query files and the command itself."""

from tools.reference_pages.pages import pages

__all__ = ["pages"]
