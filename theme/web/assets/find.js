"use strict";
// The search itself, without a box: packed index → engine → pages in order. `assets/search.js` shows what it finds.
{
  const { tokens, keys } = ahilFold;

  // What `ahil.render.search_pack` wrote.
  const words = (packed) => {
    const found = [];
    let last = "";
    for (const [, shared, rest] of packed.matchAll(/([A-Z])([^A-Z]*)/g)) found.push(last = last.slice(0, shared.charCodeAt(0) - 65) + rest);
    return found;
  };
  const digits = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).filter((one) => one !== '"' && one !== "\\");
  const worth = new Map(digits.map((one, at) => [one, at])), SINGLE = 64;
  const numbers = (packed) => {
    const found = [];
    let last = -1;
    for (let at = 0; at < packed.length; at += 1) {
      let step = worth.get(packed[at]);
      if (step >= SINGLE) step = SINGLE + (step - SINGLE) * digits.length + worth.get(packed[at += 1]);
      found.push(last += step + 1);
    }
    return found;
  };

  // Pages and places as the reader of this edition may find them: a trainer's page takes the place of its twin.
  const laid = (names, more) => {
    const places = [], stand = (page, anchor, heading) => places.push({ page, anchor, heading }) - 1;
    const pages = names.pages.map((one) => ({ ...one }));
    for (const page of pages) page.numbers = page.anchors.map((anchor, at) => stand(page, anchor, page.headings[at]));
    const twins = new Map(pages.map((page) => [page.url, page])), added = [];
    for (const page of more ? more.pages : []) {
      const twin = twins.get(page.of) || pages[pages.push({ ...page, anchors: [], numbers: [] }) - 1];
      const known = new Map(twin.anchors.map((anchor, at) => [anchor, twin.numbers[at]]));
      const mine = page.anchors.map((anchor, at) => known.get(anchor) ?? stand(twin, anchor, page.headings[at]));
      mine.forEach((number, at) => { if (page.headings[at]) places[number].heading = page.headings[at]; });
      added.push(...mine);
      Object.assign(twin, page, { numbers: mine });
    }
    return { pages, places, added };
  };

  const TITLE = 0, HEADING = 1, TEXT = 2, MORE = 3, BOOST = [12, 7, 1, 1], SHORT = 0.1, ONE = [1];

  // A page stays awake while much is read.
  const breath = () => new Promise((done) => { setTimeout(done); });

  // All keys of all words → the places they stand in. Lists are unpacked when they are asked for, not before.
  const dictionary = async (index, more, { pages, places, added }, lang) => {
    const rows = new Map();  // key → [field, packed list or numbers, field, …]
    const put = (word, field, list) => {
      for (const key of keys(word, lang)) {
        const row = rows.get(key);
        if (row) row.push(field, list); else rows.set(key, [field, list]);
      }
    };
    const read = async (packed, field) => {
      const lists = packed.standing.split(" "), all = words(packed.words);
      for (let at = 0; at < all.length; at += 1) {
        put(all[at], field, lists[at]);
        if (at % 1500 === 1499) await breath();
      }
    };
    await read(index, TEXT);
    if (more) await read(more, MORE);
    const lengths = { [TITLE]: [], [HEADING]: [], [TEXT]: [], [MORE]: [] };
    const name = (text, field, number) => {
      const said = tokens(text);
      lengths[field][number] = 1 / (1 + SHORT * Math.sqrt(said.length));
      for (const word of said) put(word, field, [number]);
    };
    for (const { title, numbers: [first] } of pages) name(title, TITLE, first);
    places.forEach(({ heading }, number) => { if (heading) name(heading, HEADING, number); });
    // A heading that stands on many pages says little about each of them.
    const times = new Map();
    for (const { heading } of places) times.set(heading, (times.get(heading) || 0) + 1);
    places.forEach(({ heading }, number) => { if (heading) lengths[HEADING][number] /= Math.sqrt(times.get(heading)); });
    await breath();
    const unpacked = (list, field) => (typeof list !== "string" ? list : field === MORE ? numbers(list).map((one) => added[one]) : numbers(list));
    // Place → what a key is worth there: the sum of the fields it stands in.
    const memory = new Map();
    const standing = (key) => {
      let found = memory.get(key);
      if (found) return found;
      memory.set(key, found = new Map());
      const row = rows.get(key) || [], counted = new Set();
      for (let at = 0; at < row.length; at += 2) {
        const field = row[at];
        for (const place of unpacked(row[at + 1], field)) {
          const once = place * 4 + field;  // a key may come from two forms of one word
          if (counted.has(once)) continue;
          counted.add(once);
          found.set(place, (found.get(place) || 0) + BOOST[field] * (lengths[field][place] ?? 1));
        }
      }
      return found;
    };
    // MiniSearch knows the keys: it finds those that begin so or are spelt nearly so.
    const names = [...rows.keys()], count = names.length;
    const mini = await MiniSearch.loadJSAsync({
      documentCount: count, nextId: count, documentIds: names, fieldIds: { key: 0 }, fieldLength: {}, averageFieldLength: [1],
      storedFields: {}, dirtCount: 0, index: names.map((key, at) => [key, { 0: { [at]: 1 } }]), serializationVersion: 2,
    }, { fields: ["key"], tokenize: (text) => [text], processTerm: (term) => term });
    for (let at = 0; at < count; at += 1) mini._fieldLength.set(at, ONE);
    const unit = count ? mini.search(names[0])[0].score : 1;
    const like = (key, options) => mini.search(key, options).map(({ id, score }) => [id, score / unit]);
    return { has: (key) => rows.has(key), standing, like };
  };

  // Words that stand for one another, each list as the keys of its words; two words of one thing need not be said twice.
  const thesaurus = (same, lang) => {
    const known = new Map();
    const split = (name) => tokens(name).map((word) => keys(word, lang));
    for (const [mine, others] of same) {
      const targets = mine.map(split);
      for (const alias of [...targets, ...others.map(split)]) {
        const rest = targets.filter((target) => target !== alias);
        if (!alias.length || !rest.length) continue;
        for (const key of alias[0]) known.set(key, [...(known.get(key) || []), { alias, targets: rest }]);
      }
    }
    return known;
  };

  const LAYOUT = Object.fromEntries([..."qwertyuiop[]asdfghjkl;'zxcvbnm,."].map((key, at) => [key, "йцукенгшщзхъфывапролджэячсмитьбю"[at]]));
  const BEGINS = { prefix: true, weights: { fuzzy: 0.3, prefix: 0.4 } };
  const NEARLY = { prefix: (key) => key.length > 2, fuzzy: (key) => (key.length > 4 ? 0.25 : 0), maxFuzzy: 2, weights: { fuzzy: 0.5, prefix: 0.5 } };
  const OFTEN = 4;  // what it counts that all places of a page speak of the thing
  const WHOLE = 1;  // what the page counts beside its best place
  const LOOSELY = { fuzzy: 0.45, maxFuzzy: 4, prefix: true };
  const CLOSE = 0.4;  // how near a word must be to be taken for another
  const FEW = 2;  // a word that stands in fewer places may be a slip of the finger
  const PHRASE = 0.6;  // what it counts that words stand side by side in a title or heading as they do in the question
  const STEM = 0.8;  // what a word counts in another form
  const SAME = 0.7;  // what a word counts that was not typed but means the same

  // `data` is what the scripts of `search/` hold; with `trainer` what only trainers may find is looked through as well.
  const open = async (data, lang, trainer = false) => {
    const index = data.index[lang], more = trainer ? data.index[`${lang}-trainer`] : null;
    const shelf = laid(data.names[lang], trainer && data.names[`${lang}-trainer`]), { pages, places } = shelf, known = await dictionary(index, more, shelf, lang);
    const same = thesaurus(index.same, lang), skipped = new Set(index.skip.flatMap((word) => tokens(word)));
    // A word of the question is found by any of its keys; a Cyrillic one may be Uzbek on any site.
    const remembered = (made) => { const had = new Map(); return (key) => { if (!had.has(key)) had.set(key, made(key)); return had.get(key); }; };
    const forms = remembered((word) => [...new Set([...keys(word, lang), ...(lang === "uz" ? [] : [ahilFold.uzbek(word)])])]);
    // Keys of the site that answer a word, and how well: it itself, else what is spelt nearly so, begins so or begins alike.
    const nearly = remembered((word) => {
      const mine = forms(word).slice(0, 2), stem = mine[mine.length - 1], alike = mine.flatMap((key) => known.like(key, NEARLY));
      const start = stem.slice(0, Math.max(5, Math.ceil(stem.length * 0.7)));
      return alike.length || stem.length < 7 ? alike : known.like(start, BEGINS);
    });
    const sure = remembered((word) => forms(word).filter(known.has).map((key, at) => [key, at ? STEM : 1]));
    const often = (word) => sure(word).reduce((sum, [key]) => Math.max(sum, known.standing(key).size), 0);
    const answering = (word, last) => {
      if (often(word) < FEW) return [...sure(word), ...nearly(word)];
      return last && word.length > 2 ? [...sure(word), ...known.like(forms(word)[0], BEGINS)] : sure(word);
    };
    // What a word may be meant as when it is looked for among words that mean the same: it, or what is nearest to it.
    const readings = remembered((word) => [...forms(word), ...(often(word) < FEW ? nearly(word).filter(([, weight]) => weight > CLOSE).map(([key]) => key) : [])]);
    // Place → how much a word says there: rare words say more.
    const scores = (answers) => {
      const found = new Map();
      for (const [key, weight] of answers) for (const [place, worth] of known.standing(key)) {
        const had = found.get(place);
        if (!had || had.score < weight * worth) found.set(place, { score: weight * worth, terms: had ? [...had.terms, key] : [key] });
      }
      const rarity = Math.log(1 + places.length / (1 + found.size));
      for (const one of found.values()) one.score *= rarity;
      return found;
    };
    const best = (into, from, weight) => {
      for (const [place, { score, terms }] of from) {
        const had = into.get(place);
        into.set(place, { score: Math.max(had ? had.score : 0, score * weight), terms: had ? [...had.terms, ...terms] : terms });
      }
    };
    const together = remembered((parts) => {
      const [first, ...rest] = parts.map((part) => scores(part.filter(known.has).map((key, at) => [key, at ? STEM : 1])));
      for (const [place, one] of first) {
        const others = rest.map((part) => part.get(place));
        if (others.some((other) => !other)) { first.delete(place); continue; }
        for (const other of others) { one.score += other.score; one.terms.push(...other.terms); }
      }
      return first;
    });
    const typed = remembered((word) => scores(answering(word, false))), typing = remembered((word) => scores(answering(word, true)));
    const meant = (asked) => {
      const idle = asked.every((word) => skipped.has(word));  // nothing but such words: then they are what is looked for
      const units = asked.map((word, at) => new Map(skipped.has(word) && !idle ? [] : (at === asked.length - 1 ? typing : typed)(word)));
      asked.forEach((word, at) => {
        const tried = new Set();
        for (const key of readings(word)) for (const one of same.get(key) || []) {
          const { alias, targets } = one;
          if (tried.has(one)) continue;
          tried.add(one);
          const span = alias.every((part, step) => at + step < asked.length && part.some((form) => readings(asked[at + step]).includes(form)));
          if (span) for (const target of targets) { const found = together(target); alias.forEach((_, step) => best(units[at + step], found, SAME / alias.length)); }
        }
      });
      return units;
    };

    // The share of neighbours in the question that are neighbours in a title or heading.
    const phrases = (asked, text) => {
      const said = tokens(text).map((word) => keys(word, lang)), wanted = asked.map(forms);
      const meets = (one, other) => Boolean(other) && one.some((key) => other.includes(key));
      const side = wanted.slice(1).filter((next, at) => said.some((one, where) => meets(wanted[at], one) && meets(next, said[where + 1])));
      return side.length / Math.max(1, wanted.length - 1);
    };

    // A page is as good as its best place, better where more of its places speak of the thing, and best with all words.
    const ranked = (asked, fits) => {
      const units = meant(asked);
      const answers = new Map(), rarity = units.map((unit) => (unit.size ? Math.log(1 + places.length / (1 + unit.size)) : 0));
      const all = rarity.reduce((sum, one) => sum + one, 0);
      units.forEach((unit, at) => {
        for (const [number, { score, terms }] of unit) {
          const { page } = places[number];
          if (!fits(page)) continue;
          let answer = answers.get(page);
          if (!answer) answers.set(page, answer = { page, best: units.map(() => 0), times: units.map(() => 0), places: new Map(), terms: new Set() });
          answer.best[at] = Math.max(answer.best[at], score);
          answer.times[at] += 1;
          let place = answer.places.get(number);
          if (!place) answer.places.set(number, place = { ...places[number], number, score: 0, had: 0 });
          place.score += score;
          place.had += rarity[at];
          for (const term of terms) answer.terms.add(term);
        }
      });
      const list = [...answers.values()];
      for (const answer of list) {
        const had = answer.best.reduce((sum, score, at) => sum + (score ? rarity[at] : 0), 0) / all;
        for (const place of answer.places.values()) place.score *= place.had / all;
        answer.places = [...answer.places.values()].sort((a, b) => b.score - a.score);
        const spoken = answer.best.reduce((sum, score, at) => sum + score * (1 + OFTEN * answer.times[at] / (2 + answer.page.anchors.length)), 0);
        answer.score = (spoken * WHOLE + answer.places[0].score) * had * had;
      }
      const order = () => list.sort((a, b) => b.score - a.score || a.places[0].number - b.places[0].number);
      for (const answer of order().slice(0, 30)) answer.score *= 1 + PHRASE * Math.max(phrases(asked, answer.page.title), phrases(asked, answer.places[0].heading) / 2);
      return order();
    };

    const ask = (question, fits = () => true) => {
      const asked = tokens(question);
      if (!asked.length) return [];
      const answers = ranked(asked, fits);
      // Typed with the wrong keyboard: Russian letters stand on these keys.
      if (answers.length || lang === "en" || !/[a-z]/i.test(question)) return answers;
      const turned = tokens([...question.toLowerCase()].map((key) => LAYOUT[key] ?? key).join(""));
      return turned.length ? ranked(turned, fits) : [];
    };
    // Words of titles, headings and lists of same words that look like what was typed, as they are written there.
    let spelt = null;
    const near = (question) => {
      if (!spelt) {
        spelt = new Map();
        const names = [...pages.map(({ title }) => title), ...places.map(({ heading }) => heading), ...index.same.flatMap(([mine]) => mine)];
        for (const name of names) for (const word of name.toLowerCase().split(/[^\p{L}\p{N}'’‘ʻʼ-]+/u))
          for (const key of tokens(word).length === 1 ? keys(tokens(word)[0], lang) : []) if (!spelt.has(key)) spelt.set(key, word);
      }
      const alike = tokens(question).filter((word) => word.length > 3).flatMap((word) => forms(word).flatMap((key) => known.like(key, LOOSELY)));
      return [...new Set(alike.sort((a, b) => b[1] - a[1]).map(([key]) => spelt.get(key)).filter(Boolean))].slice(0, 4);
    };
    return { ask, near, pages, places };
  };

  window.ahilFind = { open, words, numbers };
}
