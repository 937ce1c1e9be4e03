// Ask the library and print each hit: node docs/examples/ask.mjs http://localhost:8080 "study visit"

const [site, question] = process.argv.slice(2);
if (!question) throw new Error("Name the site and the question, as above.");
const asked = new URLSearchParams({ q: question, per_page: 5 });
const response = await fetch(`${site}/api/v1/search?${asked}`);
if (!response.ok) throw new Error((await response.json()).detail);
const answer = await response.json();
console.log(`${answer.total} documents`);
for (const hit of answer.hits) {
  console.log([hit.title, hit.language, new URL(hit.url, site)].join(" | "));
}
