"""Ask the library and print each hit: python docs/examples/ask.py http://localhost:8080 "study visit"."""

import json
import sys
from urllib.parse import urlencode, urljoin
from urllib.request import urlopen

if len(sys.argv) != 3:
    sys.exit(__doc__)
site, question = sys.argv[1:]
with urlopen(f"{site}/api/v1/search?{urlencode({'q': question, 'per_page': 5})}") as response:
    answer = json.load(response)
print(f"{answer['total']} documents")
for hit in answer["hits"]:
    print(hit["title"], hit["language"], urljoin(site, hit["url"]), sep=" | ")
