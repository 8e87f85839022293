"""From the text of an article to claims with evidence: the default extractor."""

from loaders.text.contract import Extractor
from loaders.text.extractor import RulesExtractor

__all__ = ["Extractor", "RulesExtractor"]
