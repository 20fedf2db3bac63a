"""Reads a built site as programs of others do: Python's jsonschema, csv, html.parser, and feedparser.

    python3 read-formats.py DIR

Prints what it found as JSON. It knows nothing of the program that wrote the site.
"""

import copy
import csv
import json
import sys
from html.parser import HTMLParser
from pathlib import Path

import feedparser
from jsonschema import Draft202012Validator

site = Path(sys.argv[1])
data = site / "data/v1"


def read_json(file):
    return json.loads(file.read_text(encoding="utf-8"))


def errors(validator, value):
    return [f"{error.json_path}: {error.message}"[:200] for error in validator.iter_errors(value)]


def read_list(name):
    schema = read_json(data / f"schema/{name}.schema.json")
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    content = read_json(data / f"{name}.json")
    found = {"errors": errors(validator, content)}
    if name == "index":
        return found
    records = content[name]
    # What the schema is for: it must refuse a line break in a title, and a field that it doesn't know.
    wrong = copy.deepcopy(content)
    wrong[name][0]["unknown"] = True
    texts = wrong[name][0].get("texts", {})
    for language in texts.values():
        for field in ("title", "name"):
            if field in language:
                language[field] += "\u2028x"
    found["refused"] = len(errors(validator, wrong))
    found["records"] = len(records)
    item = Draft202012Validator(schema["properties"][name]["items"])
    with open(data / f"{name}.csv", newline="", encoding="utf-8") as file:
        found["mark"] = file.read(1) == "\ufeff"
    with open(data / f"{name}.csv", newline="", encoding="utf-8-sig") as file:
        reader = csv.DictReader(file)
        rows = list(reader)
        found["columns"] = reader.fieldnames
    found["rows"] = len(rows)
    found["uneven"] = [row for row in rows if None in row or None in row.values()]
    by_id = {record.get("id"): record for record in records}
    found["differing"] = [
        row["id"]
        for row in rows
        for language, words in by_id[row["id"]].get("texts", {}).items()
        for field, text in words.items()
        if row[f"texts.{language}.{field}"].removeprefix("'") != text.removeprefix("'")
    ]
    return found, item


class Head(HTMLParser):
    """The head of a page: its title, its meta elements and its links."""

    def __init__(self):
        super().__init__()
        self.title = None
        self.lang = None
        self.meta = {}
        self.links = []
        self.in_title = False

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag == "html":
            self.lang = values.get("lang")
        elif tag == "title":
            self.in_title, self.title = True, ""
        elif tag == "meta" and ("name" in values or "property" in values):
            self.meta[values.get("property") or values.get("name")] = values.get("content")
        elif tag == "link":
            self.links.append(values)

    def handle_endtag(self, tag):
        if tag == "title":
            self.in_title = False

    def handle_data(self, words):
        if self.in_title:
            self.title += words


def read_head(file):
    head = Head()
    head.feed(file.read_text(encoding="utf-8").split("</head>")[0])
    path = "/" + file.relative_to(site).as_posix().removesuffix("index.html")
    alternates = [link for link in head.links if link.get("rel") == "alternate"]
    return {
        "path": path,
        "lang": head.lang,
        "title": head.title,
        "meta": head.meta,
        "canonical": next((link["href"] for link in head.links if link.get("rel") == "canonical"), None),
        "alternates": {link["hreflang"]: link["href"] for link in alternates if "hreflang" in link},
        "records": [link["href"] for link in alternates if link.get("type") == "application/json"],
    }


def read_feed(file):
    feed = feedparser.parse(file.read_bytes())
    return {
        "path": "/" + file.relative_to(site).as_posix(),
        "faulty": bool(feed.bozo),
        "entries": [
            {
                "id": entry.id,
                "published": entry.published_parsed[:3],
                "updated": entry.updated_parsed[:3] if "updated" in entry else None,
                "content": entry.content[0].value,
            }
            for entry in feed.entries
        ],
    }


opportunities, opportunity = read_list("opportunities")
organizations, organization = read_list("organizations")
changes, _ = read_list("changes")
records = {}
for folder, one in (("opportunities", opportunity), ("organizations", organization)):
    for file in (data / folder).glob("*.json"):
        record = read_json(file)
        records["/" + file.relative_to(site).as_posix()] = {"id": record["id"], "valid": one.is_valid(record)}

pages = [file for file in sorted(site.rglob("*.html")) if file.relative_to(site).parts[0] != "embed"]
json.dump(
    {
        "lists": {
            "index": read_list("index"),
            "opportunities": opportunities,
            "organizations": organizations,
            "changes": changes,
        },
        "records": records,
        "feeds": [read_feed(file) for file in sorted(site.glob("*/*/feed.xml"))],
        "heads": [read_head(file) for file in pages],
    },
    sys.stdout,
)
