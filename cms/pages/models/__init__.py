"""The page types, and what is set once for a whole site."""

from cms.pages.models.article import (
    ArticleAuthor,
    ArticleCondition,
    ArticleMedicineClass,
    ArticlePage,
    ArticleReviewer,
    ArticleSource,
    ArticleTag,
    ArticleTherapy,
    RelatedArticle,
)
from cms.pages.models.base import BasePage, HomePage, SectionPage
from cms.pages.models.publisher import PublisherSettings, SiteCrisisResource, SiteDisclaimer

__all__ = [
    "ArticleAuthor",
    "ArticleCondition",
    "ArticleMedicineClass",
    "ArticlePage",
    "ArticleReviewer",
    "ArticleSource",
    "ArticleTag",
    "ArticleTherapy",
    "BasePage",
    "HomePage",
    "PublisherSettings",
    "RelatedArticle",
    "SectionPage",
    "SiteCrisisResource",
    "SiteDisclaimer",
]
