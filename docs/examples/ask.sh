#!/bin/sh
# Ask the library and save the answer as a table: sh docs/examples/ask.sh http://localhost:8080 "study visit"
set -eu
: "${2:?Name the site and the question, as above.}"

curl --silent --show-error --fail --get "$1/search.csv" \
  --data-urlencode "q=$2" --data-urlencode "per_page=300" --output documents.csv
curl --silent --show-error --fail --get "$1/api/v1/search" \
  --data-urlencode "q=$2" --data-urlencode "per_page=5"
