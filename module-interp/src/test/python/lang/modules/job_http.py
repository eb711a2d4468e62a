# http.server with urllib.request on loopback: GET, HEAD, POST, errors, redirects, headers, files, a threading server.
import contextlib
import functools
import http.client
import http.cookiejar
import http.server
import io
import json
import os
import tempfile
import threading
import urllib.error
import urllib.parse
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    logged = []

    def send(self, status, body, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        if url.path == "/json":
            body = json.dumps({"query": urllib.parse.parse_qs(url.query), "agent": self.headers["X-Agent"]})
            self.send(200, body.encode(), Content_Type="application/json; charset=utf-8", Set_Cookie="id=7; Path=/")
        elif url.path == "/moved":
            self.send(302, b"", Location="/json?from=moved")
        elif url.path == "/cookie":
            self.send(200, str(self.headers["Cookie"]).encode())
        elif url.path == "/chunks":
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            for part in (b"one", b"two" * 10):
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.write(b"0\r\n\r\n")
        elif url.path == "/login" and self.headers["Authorization"] != "Basic dTpw":
            self.send(401, b"", WWW_Authenticate='Basic realm="r"')
        elif url.path == "/login":
            self.send(200, b"welcome")
        else:
            self.send_error(404, "No <such> thing")

    do_HEAD = do_GET

    def do_POST(self):
        data = self.rfile.read(int(self.headers["Content-Length"]))
        self.send(201, self.headers["Content-Type"].encode() + b"|" + data[::-1])

    def do_PUT(self):
        self.send(200, b"put " + self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, format, *args):
        self.logged.append(format % args)


@contextlib.contextmanager
def serving(handler):
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


os.environ["no_proxy"] = "*"
with serving(Handler) as base:
    with urllib.request.urlopen(urllib.request.Request(base + "/json?a=1&a=2&b=%C3%A9", headers={"X-Agent": "me"})) as r:
        print(r.status, r.reason, json.load(r), r.headers.get_content_type(), r.headers.get_content_charset())  # => 200 OK {'query': {'a': ['1', '2'], 'b': ['é']}, 'agent': 'me'} application/json utf-8
    with urllib.request.urlopen(base + "/moved") as r:
        print(r.geturl().removeprefix(base), json.loads(r.read())["query"])  # => /json?from=moved {'from': ['moved']}
    with urllib.request.urlopen(base + "/chunks") as r:
        print(r.read(5), r.read())  # => b'onetw' b'otwotwotwotwotwotwotwotwotwo'
    with urllib.request.urlopen(base + "/form", urllib.parse.urlencode({"x": "a b", "y": "&"}).encode()) as r:
        print(r.status, r.read())  # => 201 b'application/x-www-form-urlencoded|62%=y&b+a=x'
    with urllib.request.urlopen(urllib.request.Request(base, b"body", method="PUT")) as r:
        print(r.read())  # => b'put body'
    with urllib.request.urlopen(urllib.request.Request(base + "/json", method="HEAD")) as r:
        print(r.read(), int(r.headers["Content-Length"]) > 0, r.headers["Server"].split("/")[0])  # => b'' True BaseHTTP
    try:
        urllib.request.urlopen(base + "/none")
    except urllib.error.HTTPError as e:
        print(e, e.code, b"No &lt;such&gt; thing" in e.read(), e.headers["Connection"])  # => HTTP Error 404: No <such> thing 404 True close
        e.close()
    jar = http.cookiejar.CookieJar()
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    opener.open(base + "/json").close()
    with opener.open(base + "/cookie") as r:
        print(r.read(), [(c.name, c.value) for c in jar])  # => b'id=7' [('id', '7')]
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, base, "u", "p")
    with urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords)).open(base + "/login") as r:
        print(r.read())  # => b'welcome'
    connection = http.client.HTTPConnection(base.removeprefix("http://"))
    for path in ("/json", "/cookie"):
        connection.request("GET", path)
        response = connection.getresponse()
        Handler.logged.append((response.status, response.version, len(response.read()) > 0))
    connection.close()
    print(Handler.logged[-4:])  # => ['"GET /json HTTP/1.1" 200 -', (200, 11, True), '"GET /cookie HTTP/1.1" 200 -', (200, 11, True)]
    answers = []

    def fetch(i):
        with urllib.request.urlopen(f"{base}/json?i={i}") as r:
            answers.append(json.load(r)["query"]["i"][0])

    threads = [threading.Thread(target=fetch, args=(i,)) for i in range(6)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(sorted(answers))  # => ['0', '1', '2', '3', '4', '5']
    print(Handler.logged[0])  # => "GET /json?a=1&a=2&b=%C3%A9 HTTP/1.1" 200 -
try:
    urllib.request.urlopen(base, timeout=2)
except urllib.error.URLError as e:
    print(type(e.reason).__name__)  # => ConnectionRefusedError


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args): ...


with tempfile.TemporaryDirectory() as folder:
    os.mkdir(os.path.join(folder, "sub"))
    with open(os.path.join(folder, "page one.html"), "w") as f:
        f.write("<p>hi")
    with serving(functools.partial(Quiet, directory=folder)) as base:
        with urllib.request.urlopen(base + "/page%20one.html") as r:
            print(r.read(), r.headers["Content-Type"], r.headers["Last-Modified"] is not None)  # => b'<p>hi' text/html True
        with urllib.request.urlopen(base) as r:
            page = r.read().decode()
            print("page%20one.html" in page, "sub/" in page)  # => True True
        print(urllib.request.urlretrieve(base + "/page%20one.html", os.path.join(folder, "copy"))[0] == os.path.join(folder, "copy"))  # => True
with urllib.request.urlopen("data:text/plain;charset=utf-8,a%20b") as r:
    print(r.read(), r.headers["Content-Type"])  # => b'a b' text/plain;charset=utf-8
