"""A headless CMS for health content, built on Wagtail."""
