"""Tests of the schema as data."""
