// A mail server for a test: it speaks just enough SMTP, and keeps the letters that it took.

import { createServer } from "node:net";

/** One that listens at a free port; `taken` are the letters in the order in which they came, `stop` ends it. */
export function startMailServer() {
  const [taken, open] = [[], new Set()];
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    // Whoever has gone away hears nothing.
    socket.on("error", () => {});
    converse(socket, taken);
  });
  const stop = () => {
    server.close();
    for (const socket of open) socket.destroy();
  };
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve({ url: `smtp://127.0.0.1:${server.address().port}`, taken, stop }));
  });
}

function converse(socket, taken) {
  let [heard, to, letter] = ["", "", null];
  const say = (words) => socket.write(`${words}\r\n`);
  const hear = (line) => {
    const command = line.slice(0, 4).toUpperCase();
    if (letter !== null && line === ".") {
      taken.push({ to, text: letter.join("\r\n") });
      letter = null;
      say("250 taken");
    } else if (letter !== null) {
      // A point at the beginning of a line was doubled on the way.
      letter.push(line.startsWith(".") ? line.slice(1) : line);
    } else if (command === "DATA") {
      letter = [];
      say("354 go on");
    } else if (command === "QUIT") {
      socket.end("221 bye\r\n");
    } else {
      if (command === "RCPT") to = /<([^>]*)>/.exec(line)?.[1] ?? "";
      say("250 yes");
    }
  };
  socket.setEncoding("utf8");
  socket.on("data", (text) => {
    const lines = (heard + text).split("\r\n");
    heard = lines.pop();
    lines.forEach(hear);
  });
  say("220 test");
}

/** What stands in the `invite.ics` of a letter; nothing where it has none. */
export function invite({ text }) {
  const named = text.indexOf('filename="invite.ics"');
  if (named < 0) return undefined;
  const begins = text.indexOf("\r\n\r\n", named) + 4;
  const head = text.slice(text.lastIndexOf("\r\n--", named), begins);
  const body = text.slice(begins, text.indexOf("\r\n--", begins));
  const encoding = /^Content-Transfer-Encoding: *(\S+)/im.exec(head)?.[1].toLowerCase();
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const whole = body.replaceAll("=\r\n", "");
  const bytes = whole.replaceAll(/=([0-9A-F]{2})/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
