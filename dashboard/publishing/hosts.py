"""What common hosts must be told, so that a published copy is sent as our own server sends the program."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

Headers = dict[str, str]

_ASK_FIRST = {"Cache-Control": "no-cache"}
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_PLAIN = "  {}: {}"
_OF_APACHE = '  Header set {} "{}"'
_OF_NGINX = '    add_header {} "{}" always;'
_OF_TYPES = "    {} {};"
_TYPES = {
    "geojson": "application/geo+json",
    "gexf": "application/gexf+xml",
    "graphml": "application/graphml+xml",
    "json": "application/json",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
    "woff2": "font/woff2",
}


class Place(NamedTuple):
    """Where a copy lies and what is said with it.

    ``path`` leads from the root of the host to the copy, without a slash at its end; ``languages`` are codes; the
    headers are those of pages, of what lies below ``data/``, and of built files.
    """

    path: str
    languages: tuple[str, ...]
    pages: Headers
    data: Headers
    static: Headers


def write_host_files(place: Place) -> Mapping[str, bytes]:
    """The files for common hosts by their names."""
    texts = {
        "_headers": _write_headers(place),
        ".htaccess": _write_apache(place),
        "data/.htaccess": _write_apache_folder(place.data | _ASK_FIRST),
        "static/.htaccess": _write_apache_folder(
            place.static | _FOR_EVER, unset=place.pages.keys() - place.static.keys()
        ),
        "web.config": _write_iis(place),
        "nginx.conf": _write_nginx(place),
    }
    return {name: text.encode() for name, text in texts.items()}


def _write_headers(place: Place) -> str:
    """For Cloudflare Pages, Netlify and others. They join the headers of all rules that fit, so no two may fit."""
    pages = place.pages | _ASK_FIRST
    rules = {f"/{name}": pages for name in ("", "index.html", "404.html")}
    rules |= {f"/{code}/*": pages for code in place.languages}
    rules |= {"/data/*": place.data | _ASK_FIRST, "/static/*": place.static | _FOR_EVER}
    return "\n".join(f"{place.path}{rule}\n{_lines(headers, _PLAIN)}" for rule, headers in rules.items())


def _write_apache(place: Place) -> str:
    types = "".join(f"AddType {media_type} .{ending}\n" for ending, media_type in _TYPES.items())
    return f"""\
# Apache: headers, the page for what is not there, and what is compressed already.
Options -Indexes -MultiViews
DirectoryIndex index.html
ErrorDocument 404 {place.path}/404.html
AddDefaultCharset utf-8
{types}RemoveLanguage .br
RemoveType .gz
AddEncoding br .br
AddEncoding gzip .gz
<IfModule mod_headers.c>
{_lines(place.pages | _ASK_FIRST, _OF_APACHE)}\
  Header append Vary Accept-Encoding
</IfModule>
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteRule \\.(br|gz)$ - [E=no-gzip:1,E=no-brotli:1,L]
  RewriteCond %{{HTTP:Accept-Encoding}} \\bbr\\b
  RewriteCond %{{REQUEST_FILENAME}}.br -f
  RewriteRule ^(.+)$ $1.br [L]
  RewriteCond %{{HTTP:Accept-Encoding}} \\bgzip\\b
  RewriteCond %{{REQUEST_FILENAME}}.gz -f
  RewriteRule ^(.+)$ $1.gz [L]
</IfModule>
"""


def _write_apache_folder(headers: Headers, unset: Iterable[str] = ()) -> str:
    gone = "".join(f"  Header unset {name}\n" for name in sorted(unset))
    return f"<IfModule mod_headers.c>\n{_lines(headers, _OF_APACHE)}{gone}</IfModule>\n"


def _write_iis(place: Place) -> str:
    """For IIS, which compresses by itself."""
    below = {"data": place.data | _ASK_FIRST, "static": place.static | _FOR_EVER}
    folders = "".join(_iis_folder(name, headers, place.pages) for name, headers in below.items())
    maps = "".join(
        f'      <remove fileExtension=".{ending}" /><mimeMap fileExtension=".{ending}" mimeType="{media_type}" />\n'
        for ending, media_type in _TYPES.items()
    )
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument><files><clear /><add value="index.html" /></files></defaultDocument>
    <staticContent>
{maps}    </staticContent>
    <httpErrors errorMode="Custom">
      <remove statusCode="404" />
      <error statusCode="404" path={quoteattr(f"{place.path}/404.html")} responseMode="ExecuteURL" />
    </httpErrors>
    <httpProtocol><customHeaders>
{_iis_headers(place.pages | _ASK_FIRST)}    </customHeaders></httpProtocol>
  </system.webServer>
{folders}\
</configuration>
"""


def _iis_folder(name: str, headers: Headers, above: Headers) -> str:
    gone = "".join(f"      <remove name={quoteattr(each)} />\n" for each in sorted({*above, *_ASK_FIRST}))
    return f"""\
  <location path="{name}"><system.webServer><httpProtocol><customHeaders>
{gone}{_iis_headers(headers)}  </customHeaders></httpProtocol></system.webServer></location>
"""


def _iis_headers(headers: Headers) -> str:
    return "".join(
        f"      <add name={quoteattr(name)} value={quoteattr(value)} />\n" for name, value in headers.items()
    )


def _write_nginx(place: Place) -> str:
    path = place.path
    types = {media_type: ending for ending, media_type in _TYPES.items()}
    pages, data = place.pages | _ASK_FIRST, place.data | _ASK_FIRST
    by_language = "".join(
        f"location ^~ {path}/{code}/ {{\n    error_page 404 {path}/{code}/404.html;\n{_nginx_headers(pages)}}}\n"
        for code in place.languages
    )
    return f"""\
# nginx: to be included in a server {{ … }} whose root has the copy at {path or "/"}
index index.html;
gzip_static on;
# brotli_static on;  # where the module is there
include mime.types;
types {{
{_lines(types, _OF_TYPES)}}}
location = {path}/nginx.conf {{ return 404; }}
location ^~ {path}/static/ {{
{_nginx_headers(place.static | _FOR_EVER)}}}
location ^~ {path}/data/ {{
{_nginx_headers(data)}}}
{by_language}location {path}/ {{
    error_page 404 {path}/404.html;
{_nginx_headers(pages)}}}
"""


def _nginx_headers(headers: Headers) -> str:
    return _lines(headers, _OF_NGINX)


def _lines(pairs: Headers, form: str) -> str:
    return "".join(f"{form.format(name, value)}\n" for name, value in pairs.items())
