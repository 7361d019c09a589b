"""The pictures of the site, with the name and credit that content files give them."""
