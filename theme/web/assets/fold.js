"use strict";
// Many spellings of one word become one key, in the index and in the question alike.
// Uzbek is written in two alphabets, with five kinds of apostrophe or with none; Russian and Uzbek words change their ends.
{
  const APOSTROPHES = /['’‘`´ʻʼʹ′‛]/g;
  const CYRILLIC = /[\u0400-\u04ff]/;
  const UZBEK = Object.fromEntries(("а a,б b,в v,г g,д d,е e,ё yo,ж j,з z,и i,й y,к k,л l,м m,н n,о o,п p,р r,с s,т t,у u,ф f,х h,ц s,ч ch," +
    "ш sh,щ sh,ъ ,ы i,ь ,э e,ю yu,я ya,ў o,қ q,ғ g,ҳ h").split(",").map((pair) => pair.split(" ")));
  const LOOKALIKE = { a: "а", c: "с", e: "е", o: "о", p: "р", x: "х", y: "у", k: "к", m: "м", t: "т", b: "в", h: "н" };

  const uzbek = (word) => word.replace(/[\u0400-\u04ff]/g, (letter) => UZBEK[letter] ?? letter)
    .replace(/ö/g, "o").replace(/ğ/g, "g").replace(/ş/g, "sh").replace(/ç/g, "ch")
    .replace(/x/g, "h").replace(/ts/g, "s").replace(/ye/g, "e");

  // Endings of nouns, then of verbs, as they look after folding; a stem keeps four letters at least.
  const UZBEK_ENDINGS = new RegExp("(?:" + ("larimiz,laringiz,lari,lar,imizning,imiz,ingiz,miz,ngiz,ning,dagi,gacha,dan,da,ni,ga,ka,qa,cha,dir,si,im,ing,i," +
    "ayotgan,yotgan,adigan,ydigan,uvchi,ilgan,magan,gan,kan,maydi,masa,maslik,yapti,adi,ydi,ishi,ish,sh,moq,ib,di,sa").split(",").sort((a, b) => b.length - a.length).join("|") + ")$");
  const uzbekStem = (word) => {
    for (let turns = 0; turns < 4; turns += 1) {
      const shorter = word.replace(UZBEK_ENDINGS, "");
      if (shorter === word || shorter.length < 4) break;
      word = shorter;
    }
    return word.replace(/[qg]$/, "k");  // qishloq – qishlogʻi, yurak – yuragi
  };

  // The Snowball stemmer for Russian, in regular expressions. RV is what follows the first vowel, R2 as Porter defines it.
  const any = (endings) => new RegExp("(?:" + endings.split(" ").sort((a, b) => b.length - a.length).join("|") + ")$");
  const after = (endings) => new RegExp("(?<=[ая])(?:" + endings.split(" ").sort((a, b) => b.length - a.length).join("|") + ")$");
  const GERUND = any("ив ивши ившись ыв ывши ывшись"), GERUND_A = after("в вши вшись");
  const ADJECTIVE = any("ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею");
  const PARTICIPLE = any("ивш ывш ующ"), PARTICIPLE_A = after("ем нн вш ющ щ"), REFLEXIVE = /(?:ся|сь)$/;
  const VERB = any("ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю");
  const VERB_A = after("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно");
  const NOUN = any("а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я");
  const russianStem = (word) => {
    const head = /^.*?[аеиоуыэюя]/.exec(word);
    if (!head) return word;
    let rest = word.slice(head[0].length);
    const inner = /^.*?[аеиоуыэюя][^аеиоуыэюя]/;
    const first = inner.exec(word), second = first && inner.exec(word.slice(first[0].length));
    const r2 = second ? first[0].length + second[0].length - head[0].length : Infinity;
    const cut = (...endings) => {
      // Snowball takes the longest ending of a step, whichever class it is of.
      const found = endings.map((ending) => ending.exec(rest)).filter(Boolean).sort((a, b) => a.index - b.index)[0];
      if (found) rest = rest.slice(0, found.index);
      return Boolean(found);
    };
    if (!cut(GERUND, GERUND_A)) {
      cut(REFLEXIVE);
      if (cut(ADJECTIVE)) cut(PARTICIPLE, PARTICIPLE_A);
      else if (!cut(VERB, VERB_A)) cut(NOUN);
    }
    rest = rest.replace(/и$/, "");
    const derived = /(?:ость|ост)$/.exec(rest);
    if (derived && derived.index >= Math.max(r2, 0)) rest = rest.slice(0, derived.index);
    if (/(?:ейше|ейш)$/.test(rest)) rest = rest.replace(/(?:ейше|ейш)$/, "").replace(/нн$/, "н");
    else if (/нн$/.test(rest)) rest = rest.slice(0, -1);
    else rest = rest.replace(/ь$/, "");
    return head[0] + rest;
  };

  // девочек – девочка, участок – участка: a vowel that comes and goes is none of the stem.
  const steady = (stem) => stem.replace(/(?<=[^аеиоуыэюя])[ео](?=к$)/, "");

  const russian = (word) => word.replace(/ё/g, "е").replace(/[a-z]/g, (letter) => LOOKALIKE[letter] ?? letter);
  const englishStem = (word) => word.length < 5 ? word.replace(/(?<=[^su])s$/, "")
    : word.replace(/(?:ies|ied)$/, "y").replace(/(?:ations?|ating|ated|ates|ate|ators?)$/, "at").replace(/(?<=.{3})(?:ings?|ed|es|ly|ers?)$/, "").replace(/(?<=[^su])s$/, "").replace(/e$/, "");

  const tokens = (text) => text.normalize("NFC").toLowerCase().replace(APOSTROPHES, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  // All keys of a word on a site in this language: as written (folded), and its stem. Each word is looked at once.
  const known = { uz: new Map(), ru: new Map(), en: new Map() };
  const keys = (word, lang) => {
    let found = known[lang].get(word);
    if (!found) known[lang].set(word, found = made(word, lang));
    return found;
  };
  const made = (word, lang) => {
    const found = new Set();
    if (CYRILLIC.test(word)) {
      const ru = russian(word);
      if (lang === "uz") {
        found.add(uzbek(word));
        found.add(uzbekStem(uzbek(word)));
        const stem = steady(russianStem(ru));  // a Russian word asked on the Uzbek site; a short stem would meet anything
        if (stem.length > 4) found.add(uzbek(stem));
      }
      else { found.add(ru); found.add(steady(russianStem(ru))); }
    } else {
      const folded = lang === "en" ? word : uzbek(word);
      found.add(folded);
      found.add(lang === "en" ? englishStem(word) : uzbekStem(folded));
    }
    found.delete("");
    return [...found];
  };
  window.ahilFold = { tokens, keys, uzbek, uzbekStem, russianStem, englishStem };
}
