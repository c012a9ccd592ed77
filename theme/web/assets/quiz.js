"use strict";
// SHA-256 (FIPS 180-4) in a few lines: browsers give their own only to https, and our pages are opened from folders too.
{
  const primes = [];
  for (let n = 2; primes.length < 64; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (x) => ((x - Math.floor(x)) * 4294967296) | 0;
  const rounds = primes.map((p) => fraction(Math.cbrt(p)));
  const start = primes.slice(0, 8).map((p) => fraction(Math.sqrt(p)));
  const turn = (x, n) => (x >>> n) | (x << (32 - n));

  window.sha256 = (text) => {
    const bytes = new TextEncoder().encode(text);
    const size = (((bytes.length + 8) >> 6) + 1) << 4;
    const block = new Int32Array(size);
    bytes.forEach((byte, i) => { block[i >> 2] |= byte << (24 - (i % 4) * 8); });
    block[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
    block[size - 1] = bytes.length * 8;
    const state = Int32Array.from(start), w = new Int32Array(64);
    for (let at = 0; at < size; at += 16) {
      let [a, b, c, d, e, f, g, h] = state;
      for (let i = 0; i < 64; i += 1) {
        if (i < 16) w[i] = block[at + i];
        else {
          const x = w[i - 15], y = w[i - 2];
          w[i] = w[i - 16] + w[i - 7] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10));
        }
        const t1 = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + rounds[i] + w[i]) | 0;
        const t2 = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
        [h, g, f, e, d, c, b, a] = [g, f, e, (d + t1) | 0, c, b, a, (t1 + t2) | 0];
      }
      [a, b, c, d, e, f, g, h].forEach((value, i) => { state[i] += value; });
    }
    return Array.from(state, (value) => (value >>> 0).toString(16).padStart(8, "0")).join("");
  };
}
// Self-check: the page holds only a salted digest of each right answer, so nobody can read it there.
for (const form of document.querySelectorAll("form.quiz")) {
  const { words, fill } = ahil, sets = [...form.querySelectorAll("fieldset[data-digest]")];
  const make = (name, properties) => Object.assign(document.createElement(name), properties);
  const score = make("p", { className: "heard" });
  score.setAttribute("role", "status");

  const judge = (set) => {
    const chosen = set.querySelector("input:checked");
    const verdict = set.querySelector(".quiz-verdict");
    const right = Boolean(chosen) && sha256([form.dataset.salt, set.dataset.item, chosen.value].join(":")) === set.dataset.digest;
    set.classList.toggle("is-right", right);
    set.classList.toggle("is-wrong", Boolean(chosen) && !right);
    verdict.textContent = (right ? "✓ " : "") + words.quiz[right ? "right" : chosen ? "wrong" : "choose"];
    return right;
  };

  for (const set of sets) {
    const verdict = set.querySelector(".quiz-verdict");
    set.addEventListener("change", () => { set.classList.remove("is-right", "is-wrong"); verdict.textContent = ""; });
  }
  const check = form.querySelector("button");
  check.hidden = false;
  form.append(check, score);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const right = sets.filter(judge).length;
    score.className = "quiz-verdict";
    score.textContent = fill(words.quiz.score, { n: right, m: sets.length });
  });
}
