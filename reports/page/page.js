// Draws the report from the records inlined in the page. Whatever came from a program is inserted by textContent alone;
// this file contains no innerHTML and needs none.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const order = ["AGREE", "AGREE_NORM", "DECLARED", "POISONED", "UNSUPPORTED", "DIVERGE", "ESCAPE", "CRASH", "HANG", "ORACLE_UNSTABLE", "INFRA"];
  const byId = (id) => document.getElementById(id);
  const text = (value) => (value === null || value === undefined ? "" : String(value));

  function make(tag, className, ...children) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    for (const child of children) node.append(child);  // strings become text nodes
    return node;
  }

  // --- Text that may be anything -------------------------------------------------------------------------------------
  // Recorded text is a string, {b64} for bytes that are no UTF-8, or either of them cut ({text, cut} / {b64, cut}).
  function recorded(value) {
    if (typeof value === "string") return { text: value, cut: 0 };
    if (!value || typeof value !== "object") return { text: "", cut: 0 };
    if (typeof value.text === "string") return { text: value.text, cut: value.cut || 0 };
    if (typeof value.b64 === "string") return { text: decodeBytes(atob(value.b64)), cut: value.cut || 0 };
    return { text: "", cut: 0 };
  }

  // Bytes that are no UTF-8 show as private characters U+F7xx here and as \xNN on the page.
  function decodeBytes(binary) {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let out = "";
    for (let i = 0; i < binary.length;) {
      const lead = binary.charCodeAt(i);
      const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      try {
        const bytes = Uint8Array.from(binary.slice(i, i + length), (c) => c.charCodeAt(0));
        out += decoder.decode(bytes);
        i += length;
      } catch {
        out += String.fromCharCode(0xf700 + lead);
        i += 1;
      }
    }
    return out;
  }

  const treacherous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\uf700-\uf7ff\ud800-\udfff]/u;
  function escapeCode(c) {
    const code = c.codePointAt(0);
    if (code >= 0xf700 && code <= 0xf7ff) return "\\x" + (code - 0xf700).toString(16).padStart(2, "0");
    if (code === 9) return "\u2192\t";
    return code < 256 ? "\\x" + code.toString(16).padStart(2, "0") : "\\u" + code.toString(16).padStart(4, "0");
  }

  // Appends text with control characters and direction marks made visible.
  function appendVisible(node, string) {
    let plain = "";
    for (const c of string) {
      if (!treacherous.test(c)) {
        plain += c;
        continue;
      }
      if (plain) node.append(plain);
      plain = "";
      const mark = make("span", "ctl");
      mark.textContent = escapeCode(c);
      node.append(mark);
    }
    if (plain) node.append(plain);
    return node;
  }

  // --- Pieces --------------------------------------------------------------------------------------------------------
  const verdictText = (c) => (c.tag ? c.verdict + "[" + c.tag + "]" : c.verdict);
  const dot = (verdict) => make("span", "dot v-" + verdict);
  const number = (n) => Number(n).toLocaleString("en");
  const engine = (hello) => (hello && hello.engine ? hello.engine + " " + text(hello.version) : "absent");

  function fact(name, value, note) {
    const body = make("dd", "", text(value));
    if (note) body.append(make("small", "", text(note)));
    return make("dl", "fact", make("dt", "", name), body);
  }

  function line(no, string, className) {
    return make("div", "ln" + (className ? " " + className : ""), make("span", "no", text(no)), appendVisible(make("span", "tx"), string));
  }

  function splitLines(string) {
    const lines = string.split("\n");
    if (lines[lines.length - 1] === "") lines.pop();
    return lines;
  }

  function codePane(title, source, hit) {
    const { text: whole, cut } = recorded(source);
    const code = make("div", "code mono");
    splitLines(whole).forEach((string, i) => code.append(line(i + 1, string, i + 1 === hit ? "hit" : "")));
    const heading = make("p", "pane-title", make("span", "", title));
    if (cut) heading.append(make("span", "", "cut at 64 KiB of " + number(cut) + " bytes; the bundle has it whole"));
    return make("div", "", heading, code);
  }

  // Everything that one engine said, as one text with headed parts.
  function account(observation) {
    if (!observation) return { lines: ["(not asked)"], cut: 0 };
    const parts = [];
    let cut = 0;
    const add = (value) => {
      const r = recorded(value);
      cut = Math.max(cut, r.cut);
      parts.push(...splitLines(r.text));
    };
    add(observation.stdout);
    add(observation.stderr);
    if (observation.exception) add(observation.exception.traceback || observation.exception.type + ": " + text(recorded(observation.exception.message).text));
    if (observation.outcome === "limit" && observation.limit) parts.push("limit: " + observation.limit.kind + ", cap " + observation.limit.cap + ", used " + observation.limit.used);
    if (observation.outcome === "unsupported" && observation.unsupported) parts.push("unsupported: " + text(observation.unsupported.message || observation.unsupported.feature));
    if (!["ok", "exception", "limit", "unsupported"].includes(observation.outcome)) {
      parts.push(observation.outcome);
      add(observation.detail);
    }
    return { lines: parts, cut };
  }

  const context = 4;
  function sidePane(title, mine, first, className) {
    const code = make("div", "code mono");
    const from = first > context + 2 ? first - context : 0;
    if (from > 0) code.append(make("div", "gap", from + " equal lines"));
    mine.lines.forEach((string, i) => {
      if (i >= from) code.append(line(i + 1, string, i === first ? className : ""));
    });
    if (first >= mine.lines.length && first >= 0) code.append(line("", "(ends here)", className));
    const heading = make("p", "pane-title", make("span", "", title));
    if (mine.cut) heading.append(make("span", "", "cut at 64 KiB of " + number(mine.cut) + " bytes"));
    return make("div", "", heading, code);
  }

  function sides(c) {
    const s = account(c.subject), o = account(c.oracle);
    let first = 0;
    while (first < s.lines.length && first < o.lines.length && s.lines[first] === o.lines[first]) ++first;
    if (first === s.lines.length && first === o.lines.length) first = -1;
    if (!c.oracle || c.expect) first = -1;
    const right = c.expect ? "expected: " + c.expect : "oracle · " + engine(data.run.oracle);
    return make("div", "sides", sidePane("sandbox · " + engine(data.run.subject), s, first, "first-s"),
      c.expect ? make("div", "", make("p", "pane-title", right)) : sidePane(right, o, first, "first-o"));
  }

  function replayLine(command) {
    const copy = make("button", "plain", "copy");
    copy.type = "button";
    copy.addEventListener("click", () => {
      const done = () => { copy.textContent = "copied"; setTimeout(() => { copy.textContent = "copy"; }, 1200); };
      if (navigator.clipboard) navigator.clipboard.writeText(command).then(done, () => {});
    });
    return make("div", "replay", make("code", "", command), copy);
  }

  function hitLine(c) {
    const frames = c.oracle && c.oracle.exception && c.oracle.exception.frames;
    return frames && frames.length ? frames[frames.length - 1][1] : 0;
  }

  function findingBody(group) {
    const c = group[0], body = make("div", "body");
    const said = recorded(c.detail).text;
    body.append(appendVisible(make("p", "said"), said + (c.desc ? " · " + c.desc : "")));
    body.append(sides(c), codePane("program" + (c.path ? " · " + c.path : ""), c.source, hitLine(c)));
    if (c.replay) body.append(replayLine(c.replay));
    if (group.length > 1) body.append(others(group.slice(1)));
    return body;
  }

  // Programs that show the same finding: their names, and on a click their own account.
  function others(rest) {
    const list = make("div", "chips"), holder = make("div", ""), shown = rest.slice(0, 24);
    for (const c of shown) {
      const button = make("button", "plain", c.id);
      button.type = "button";
      button.addEventListener("click", () => holder.replaceChildren(findingBody([c])));
      list.append(button);
    }
    if (rest.length > shown.length) list.append(make("span", "quiet", "and " + number(rest.length - shown.length) + " more in the table below"));
    return make("div", "", make("p", "pane-title", make("span", "", "the same finding in " + number(rest.length) + " more")), list, holder);
  }

  const nodeOf = new Map();  // of each program, the card that shows it
  function finding(group) {
    const c = group[0], where = make("span", "where quiet"), count = group.length > 1 ? make("b", "count", "× " + number(group.length)) : "";
    appendVisible(where, recorded(c.signature).text.split("|").slice(2).join(" · "));
    const node = make("details", "finding",
      make("summary", "", dot(c.verdict), make("span", "what", verdictText(c)), make("span", "name", c.id), where, count));
    for (const member of group) nodeOf.set(member.id, node);
    node.addEventListener("toggle", () => {
      if (node.open && node.children.length === 1) node.append(findingBody(group));
    });
    return node;
  }

  // One card a signature, the commonest first: one bug is one finding, however many programs show it.
  function groups(cases) {
    const bySignature = new Map();
    for (const c of cases) {
      const key = recorded(c.signature).text || c.id;
      if (!bySignature.has(key)) bySignature.set(key, []);
      bySignature.get(key).push(c);
    }
    return [...bySignature.values()].sort((x, y) => y.length - x.length);
  }

  // --- The page ------------------------------------------------------------------------------------------------------
  const counts = data.summary.counts || {};
  const total = data.cases.length;
  const good = (counts.AGREE || 0) + (counts.AGREE_NORM || 0) + (counts.DECLARED || 0);
  const state = { verdict: "", query: "", shown: 200 };

  function drawHero() {
    const badge = byId("state");
    badge.textContent = data.summary.exit === 0 ? "all gates hold" : "exit " + data.summary.exit + " · " + data.summary.meaning;
    if (data.summary.exit === 0) badge.classList.add("good");
    const bad = data.cases.filter((c) => c.bad).length;
    byId("headline").textContent = bad === 0 && good === total ? number(total) + " programs, not one differs."
      : number(total) + " programs, " + number(good) + " agree.";
    byId("subline").textContent = "Each ran under " + engine(data.run.subject) + " and " + engine(data.run.oracle) + "; " +
      (bad ? number(bad) + (bad === 1 ? " finding is" : " findings are") + " below, each with the command that replays it." : "every limit held.");
    for (const reason of data.reasons.slice(0, 30)) appendVisible(byId("reasons").appendChild(make("li")), recorded(reason.text).text);
    if (data.reasons.length > 30) byId("reasons").append(make("li", "", data.reasons.length - 30 + " further reasons in records.jsonl"));
    for (const verdict of order) {
      if (!counts[verdict]) continue;
      const piece = make("i", "v-" + verdict);
      piece.style.flexGrow = counts[verdict];
      piece.title = verdict + " " + number(counts[verdict]);
      byId("bar").append(piece);
    }
  }

  function chip(verdict, label, count) {
    const node = make("button", "chip", ...(verdict ? [dot(verdict)] : []), label + " ", make("b", "", number(count)));
    node.type = "button";
    node.dataset.verdict = verdict;
    node.addEventListener("click", () => {
      state.verdict = state.verdict === verdict ? "" : verdict;
      state.shown = 200;
      drawRows();
      byId("search").scrollIntoView({ block: "center" });
    });
    return node;
  }

  function drawChips() {
    for (const verdict of order) {
      if (!counts[verdict]) continue;
      byId("legend").append(chip(verdict, verdict.toLowerCase().replace("_", " "), counts[verdict]));
      byId("chips").append(chip(verdict, verdict.toLowerCase().replace("_", " "), counts[verdict]));
    }
  }

  function drawFacts() {
    const oracle = data.run.oracle || {}, isolation = oracle.isolation || {};
    const metrics = data.summary.metrics || {}, perOrigin = {};
    for (const c of data.cases) perOrigin[c.origin] = (perOrigin[c.origin] || 0) + 1;
    const origins = Object.entries(perOrigin).map(([k, v]) => number(v) + " " + k).join(", ");
    byId("facts").append(
      fact("Sandbox", engine(data.run.subject), "Python " + text((data.run.subject || {}).python)),
      fact("Oracle", engine(oracle), isolation.mode ? "confinement: " + isolation.mode : ""),
      fact("Programs", number(total), origins),
      fact("Time", Number(data.summary.seconds || 0).toFixed(1) + " s", metrics.cases_per_second ? number(Math.round(metrics.cases_per_second)) + " programs a second" : ""),
      fact("Seed", text(data.run.seed), text(data.run.started).replace("T", " ").replace("Z", " UTC")));
    const norms = Object.entries(data.summary.norms || {});
    if (norms.length) byId("facts").append(fact("Excuses used", norms.map(([k, v]) => k + " " + v).join(", "), "each may only fall"));
    const generator = data.run.generator || {};
    for (const [name, value] of Object.entries(generator)) byId("facts").append(fact("Generator: " + name.replace(/_/g, " "), typeof value === "object" ? JSON.stringify(value) : text(value)));
  }

  function drawFindings() {
    const bad = groups(data.cases.filter((c) => c.bad)), other = groups(data.cases.filter((c) => !c.bad && c.source !== undefined));
    const programs = bad.reduce((sum, group) => sum + group.length, 0);
    byId("findings-count").textContent = bad.length ? number(bad.length) + " in " + number(programs) + (programs === 1 ? " program" : " programs") : "";
    if (!bad.length) byId("findings").append(make("div", "empty", "Nothing to report. Both engines said the same, program by program."));
    for (const group of bad.slice(0, 500)) byId("findings").append(finding(group));
    if (bad.length) byId("findings").firstChild.open = true;
    if (other.length) byId("findings").append(make("h3", "", "Excused"));
    for (const group of other.slice(0, 200)) byId("findings").append(finding(group));
  }

  function drawControls() {
    const earned = data.controls.filter((c) => c.earned).length;
    byId("controls-count").textContent = data.controls.length ? earned + " of " + data.controls.length + " caught" : "none ran";
    for (const c of data.controls) {
      const body = make("div", "", make("span", "", c.name), make("small", "", c.when + " · " + (c.earned ? c.got : "expected " + c.expected + ", got " + c.got)));
      byId("controls").append(make("div", "control" + (c.earned ? "" : " missed"), make("span", "dot"), body));
    }
  }

  const haystack = (c) => [c.id, c.origin, verdictText(c), c.outcome, c.exception, ...(c.features || [])].join(" ").toLowerCase();

  function openFinding(c) {
    const node = nodeOf.get(c.id);
    if (!node) return;
    node.open = true;
    node.scrollIntoView({ block: "start" });
  }

  function row(c) {
    const ms = (value) => (typeof value === "number" ? (value < 10 ? value.toFixed(2) : value.toFixed(0)) + " ms" : "");
    const node = make("tr", c.source !== undefined ? "link" : "", make("td", "", c.id), make("td", "", dot(c.verdict), verdictText(c)),
      make("td", "", text(c.exception || c.outcome)), make("td", "number", ms(c.ms)), make("td", "number", ms(c.oracle_ms)));
    node.firstChild.title = c.id;
    if (c.source !== undefined) node.addEventListener("click", () => openFinding(c));
    return node;
  }

  function drawRows() {
    const words = state.query.toLowerCase().split(/\s+/).filter(Boolean);
    const found = data.cases.filter((c) => (!state.verdict || c.verdict === state.verdict) && words.every((w) => haystack(c).includes(w)));
    byId("rows").replaceChildren(...found.slice(0, state.shown).map(row));
    byId("cases-count").textContent = found.length === total ? number(total) : number(found.length) + " of " + number(total);
    byId("more").textContent = "show " + number(Math.min(500, found.length - state.shown)) + " more";
    byId("more").hidden = found.length <= state.shown;
    for (const node of document.querySelectorAll(".chip")) node.setAttribute("aria-pressed", String(node.dataset.verdict === state.verdict));
  }

  function theme() {
    const root = document.documentElement;
    root.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
    byId("theme").addEventListener("click", () => root.classList.toggle("dark"));
  }

  theme();
  drawHero();
  drawChips();
  drawFacts();
  drawFindings();
  drawControls();
  drawRows();
  byId("search").addEventListener("input", (event) => { state.query = event.target.value; state.shown = 200; drawRows(); });
  byId("more").addEventListener("click", () => { state.shown += 500; drawRows(); });
  byId("foot").textContent = text(data.run.command);
})();
