"use strict";
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
