"use strict";
// The exercise finder: the list stands in the page; the form hides what does not fit and the address keeps the choice.
{
  const form = document.querySelector("form.finder-form"), said = document.querySelector(".found");
  const items = [...document.querySelectorAll(".found-steps>li")], { fill } = ahil;
  const field = (name) => form.elements[name];
  const names = ["minutes", "phase", "group", "audience"], boxes = [...form.querySelectorAll("[name=material]")];

  const fits = ({ dataset: step }, have) =>
    (!field("minutes").value || Number(step.minutes) <= Number(field("minutes").value))
    && (!field("phase").value || step.phase === field("phase").value)
    && (!field("group").value || step.group === field("group").value)
    && (!field("audience").value || step.audience.split(" ").includes(field("audience").value))
    && (!field("core").checked || step.core === "1")
    && (!have.length || step.material.split(" ").filter(Boolean).every((one) => have.includes(one)));

  const have = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const show = () => {
    const things = have();
    for (const item of items) item.hidden = !fits(item, things);
    const n = items.filter((item) => !item.hidden).length;
    said.textContent = n ? fill(said.dataset.found, { n }) : said.dataset.none;
  };
  const remember = () => {
    const state = new URLSearchParams();
    for (const name of names) if (field(name).value) state.set(name, field(name).value);
    if (field("core").checked) state.set("core", "1");
    if (have().length) state.set("material", have().join("."));
    const text = String(state);
    history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search);
  };
  const recall = () => {
    const state = new URLSearchParams(location.hash.slice(1)), wanted = (state.get("material") || "").split(".");
    form.reset();
    for (const name of names) if ([...field(name).options].some((option) => option.value === state.get(name))) field(name).value = state.get(name);
    field("core").checked = state.get("core") === "1";
    for (const box of boxes) box.checked = wanted.includes(box.value);
    show();
  };

  form.addEventListener("change", () => { show(); remember(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("[data-act=clear]").addEventListener("click", () => { form.reset(); show(); remember(); field("minutes").focus(); });
  addEventListener("hashchange", recall);
  form.hidden = false;
  recall();
}
