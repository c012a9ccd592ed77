// SCORM 1.2: says that the lesson was begun and finished, and how many answers were right; keeps the answers between visits.
{
  const seek = (from) => {
    for (let at = from, turns = 0; at && turns < 12; turns += 1) {
      try { if (at.API) return at.API; } catch { return null; }  // a frame of another site
      if (at.parent === at) return null;
      at = at.parent;
    }
    return null;
  };
  const api = seek(window) ?? (window.opener ? seek(window.opener) : null);
  if (api) {
    const begun = Date.now(), put = (name, value) => api.LMSSetValue(`cmi.core.${name}`, String(value));
    const form = document.querySelector("form.quiz"), sets = form ? [...form.querySelectorAll("fieldset[data-digest]")] : [];
    const chosen = () => Object.fromEntries(sets.map((set) => [set.dataset.item, set.querySelector("input:checked")?.value]));
    let over = false, done = /completed|passed/;
    api.LMSInitialize("");
    done = done.test(api.LMSGetValue("cmi.core.lesson_status"));
    if (!done) put("lesson_status", form ? "incomplete" : "completed");

    let kept = {};
    try { kept = JSON.parse(api.LMSGetValue("cmi.suspend_data") || "{}"); } catch { /* another program's */ }
    for (const set of sets) for (const input of set.querySelectorAll("input")) input.checked = kept[set.dataset.item] === input.value;
    const keep = () => { api.LMSSetValue("cmi.suspend_data", JSON.stringify(chosen())); };
    form?.addEventListener("change", keep);

    form?.addEventListener("submit", () => {  // the self-check has judged already: it listens longer than we do
      const right = sets.filter((set) => set.classList.contains("is-right")).length;
      put("score.min", 0);
      put("score.max", 100);
      put("score.raw", Math.round((100 * right) / sets.length));
      if (Object.values(chosen()).every(Boolean)) { done = true; put("lesson_status", "completed"); }
      keep();
      api.LMSCommit("");
    });
    addEventListener("pagehide", () => {
      if (over) return;
      over = true;
      const seconds = Math.round((Date.now() - begun) / 1000), two = (n) => String(n).padStart(2, "0");
      put("session_time", `${two(Math.floor(seconds / 3600)).padStart(4, "0")}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`);
      put("exit", done ? "" : "suspend");
      api.LMSCommit("");
      api.LMSFinish("");
    });
    api.LMSCommit("");
  }
}
