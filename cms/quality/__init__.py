"""The linter inside the CMS: findings, the publishing gate, waivers."""
