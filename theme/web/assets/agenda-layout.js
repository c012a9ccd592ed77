"use strict";
// Blocks → days of clock times, as the course pages lay them out (render/day_layout.py); all numbers come with the data.
window.ahilLayout = (rules) => {
  const sum = (steps) => steps.reduce((minutes, step) => minutes + step.minutes, 0);

  // Breaks of a day that are still to come; a prayer time of 0 is none. Without a time of its own prayer goes with lunch.
  const waiting = ({ start, whole, tea, lunch, prayer, prayerAt }) => {
    const midday = whole && start <= rules.noon, at = prayerAt || (midday ? rules.noon : 0);
    return { tea, lunch: lunch && midday, prayer: prayer && at >= start ? at : 0 };
  };

  // Which break comes before the next piece, if any; ahead are the minutes to have in view.
  // "lunch" is lunch and prayer, "meal" is lunch alone.
  const pause = (left, clock, stretch, ahead) => {
    if (!stretch) return "";
    const reached = clock + Math.floor(ahead / 2), tea = left.tea && stretch >= rules.shortest && stretch + ahead > rules.longest;
    const lunch = left.lunch && (reached > rules.noon || (tea && clock + rules.shortest > rules.noon));
    const prayer = left.prayer && reached > left.prayer;
    if ((lunch || prayer) && left.lunch && left.prayer && Math.abs(left.prayer - rules.noon) <= rules.lunch) return "lunch";
    if (lunch) return "meal";
    if (prayer) return "prayer";
    return tea ? "tea" : "";
  };
  // A short first step is not left without the second.
  const inView = (steps, number) => steps[number].minutes + (!number && steps.length > 1 && steps[0].minutes < rules.shortStart ? steps[1].minutes : 0);
  const length = { tea: rules.tea, prayer: rules.prayer, meal: rules.lunch, lunch: rules.lunch };

  // A break comes between steps, never inside one; what does not fit before the end of a day opens the next.
  const lay = (blocks, setting) => {
    const days = [];
    let slots, clock, stretch, left;
    const open = () => {
      slots = [];
      days.push(slots);
      [clock, stretch, left] = [setting.start, 0, waiting(setting)];
    };
    const put = (minutes, what) => { slots.push({ start: clock, minutes, ...what }); clock += minutes; };
    open();
    for (const block of blocks) {
      const late = clock + sum(block.steps) > setting.end && clock + rules.shortest > setting.end;
      if (block.module && late && slots.length) open();
      for (const [number, step] of block.steps.entries()) {
        let kind = block.pause ? "" : pause(left, clock, stretch, inView(block.steps, number));
        if (slots.length && clock + (kind ? length[kind] : 0) + step.minutes > setting.end) { open(); kind = ""; }
        if (block.pause && !slots.length && days.length > 1) continue;
        if (kind) {
          put(length[kind], { kind });
          stretch = 0;
          if (kind === "lunch" || kind === "meal") left.lunch = false;
          if (kind === "lunch" || kind === "prayer") left.prayer = 0;
        }
        put(step.minutes, { block, step });
        stretch = block.pause ? 0 : stretch + step.minutes;
      }
    }
    return days;
  };

  // Neighbouring steps of one block are one line; the lines of a divided block are numbered through all days.
  const lines = (days) => {
    const parts = new Map();
    const joined = days.map((slots) => {
      const found = [];
      for (const slot of slots) {
        const before = found[found.length - 1];
        if (before && slot.block && before.block === slot.block) {
          before.minutes += slot.minutes;
          before.slots.push(slot);
          continue;
        }
        found.push({ ...slot, slots: [slot] });
        if (slot.block) parts.set(slot.block, (parts.get(slot.block) || 0) + 1);
      }
      return found;
    });
    const count = new Map();
    for (const line of joined.flat().filter((one) => parts.get(one.block) > 1)) {
      count.set(line.block, (count.get(line.block) || 0) + 1);
      line.part = count.get(line.block);
    }
    return joined;
  };

  const without = (blocks, dropped) => blocks
    .map((block) => (block.steps.some((step) => dropped.has(step)) ? { ...block, steps: block.steps.filter((step) => !dropped.has(step)) } : block))
    .filter((block) => block.steps.length);

  // Give up steps that are not core, talk before practice and long before short, until the days suffice;
  // then take back, the last given up first, whatever still fits.
  const fit = (blocks, setting, days) => {
    const fits = (dropped) => !days || lay(without(blocks, dropped), setting).length <= days;
    const rank = (step) => rules.givenUp.indexOf(step.phase);
    const spare = blocks.filter((block) => block.module).flatMap((block) => block.steps.filter((step) => !step.core))
      .sort((a, b) => rank(a) - rank(b) || b.minutes - a.minutes);
    const dropped = new Set();
    for (const step of spare) {
      if (fits(dropped)) break;
      dropped.add(step);
    }
    for (const step of [...dropped].reverse()) {
      dropped.delete(step);
      if (!fits(dropped)) dropped.add(step);
    }
    return { days: lay(without(blocks, dropped), setting), dropped };
  };

  return { sum, lay, lines, fit };
};
