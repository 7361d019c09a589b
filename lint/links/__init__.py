"""Asks the web whether links work: politely, and never anything that is not public.

An address in an article is not to be trusted. Each host is resolved once, all of its addresses must
be public, and the connection goes to one of those very addresses; every redirect is a new address.
"""
