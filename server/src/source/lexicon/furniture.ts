/**
 * Words by which saved pages show what is not their article: headings of teaser lists, labels and phrases of adverts, contact lines,
 * cookie notices. German and English; patterns are anchored or looked for in short blocks only.
 */

/** Headings after which an article does not go on: "Weitere Meldungen", "Related articles", "12 Kommentare". */
export const closingHeading = pattern([
  'weitere (?:aktuelle )?(?:meldungen|themen|artikel|nachrichten|beiträge|news|berichte|videos|links)(?: .{0,40})?',
  'mehr (?:zum thema|aus dem ressort|aus der rubrik|nachrichten|artikel|themen|news|von uns|aus .{1,30})',
  'das könnte (?:sie|dich|euch) (?:auch )?(?:noch )?interessieren',
  '(?:auch|ebenfalls) interessant',
  '(?:die )?(?:meist|am meisten |meist)gelesene?n?(?: artikel| beiträge)?',
  '(?:die )?(?:neuesten?|aktuellen?|letzten?) (?:meldungen|nachrichten|artikel|beiträge|kommentare|videos)',
  '(?:ähnliche|verwandte|passende) (?:artikel|beiträge|themen|meldungen)',
  'empfehlungen(?: der redaktion)?',
  'top[- ]?(?:themen|artikel|news|stories)',
  'newsticker',
  '(?:\\d+ )?(?:leser)?kommentare?(?: \\(?\\d+\\)?)?',
  '(?:schreiben sie|verfassen sie|hinterlasse) (?:einen|ihren|deinen) kommentar',
  'diskutieren sie mit.{0,30}',
  '(?:diesen )?(?:artikel|beitrag) (?:teilen|drucken|merken|versenden|bewerten)',
  '(?:schlagwörter|schlagworte|tags|stichwörter)',
  '(?:presse)?kontakt(?:daten)?',
  'ansprechpartner(?:in)?(?: für .{0,30})?',
  'downloads?',
  'über (?:den autor|die autorin|uns)',
  'related(?: (?:articles?|stories|content|posts?|topics|news|links))?',
  '(?:read|see|watch) (?:next|also|more)',
  'more (?:from|on|stories|news|articles|like this)(?: .{0,40})?',
  'most (?:read|popular|viewed|commented|shared)(?: .{0,20})?',
  'you (?:may|might) (?:also )?(?:like|be interested in)',
  '(?:recommended|editor.?s picks|trending|popular)(?: (?:for you|now|stories|articles|posts))?',
  'latest (?:news|stories|articles|posts|headlines)',
  '(?:\\d+ )?comments?(?: \\(?\\d+\\)?)?',
  'leave a (?:comment|reply)',
  'share (?:this|on)(?: .{0,20})?',
  'about the author',
])

/** Lines within an article that lead to another one: what follows them is a teaser, then the article goes on. */
export const insetHeading = pattern([
  'passend (?:dazu|zum thema)',
  '(?:lesen|sehen|hören|schauen) sie (?:auch|dazu|hierzu|mehr)(?: .{0,30})?',
  'lies (?:auch|dazu|mehr).{0,20}',
  'mehr (?:dazu|hierzu|infos?|informationen)(?: .{0,20})?',
  'zum thema',
  'siehe auch',
  'hintergrund zum thema',
  'read also',
  'see also',
  'further reading',
])

export const advertLabel = pattern([
  'anzeigen?',
  'werbung',
  'advertisement',
  'advertorial',
  'sponsored(?: content| post)?',
  'gesponsert',
  'promotion',
  '-+ ?anzeige ?-+',
])

/** Phrases that only sell: one of them makes a short block an advert. */
export const advert =
  /\b100 ?% (?:kostenlos|gratis)|\bjetzt (?:kostenlos |gratis |hier |direkt )*(?:anmelden|abonnieren|registrieren|testen|sichern|bestellen|herunterladen|eintragen)\b|\b(?:abonnieren|erhalten|bestellen) sie (?:unseren|den|jetzt|hier)\b|newsletter (?:abonnieren|anmelden|bestellen)|\be-?mail[- ]?adresse ein\b|\b(?:gratis|kostenlose[rns]?)[- ](?:[\wäöüß-]+-)?(?:leitfaden|report|newsletter|download|e-?book|ratgeber|pdf|webinar|whitepaper)|leitfaden herunterladen|\bbörsenbrief\b.{0,200}\b(?:liefert|postfach|chance)|\b(?:hol|sicher)e? dir (?:den|jetzt|dein)|\b(?:melde|trage) dich|keine (?:top-)?(?:chance|meldung|nachricht|ausgabe) mehr|\b(?:subscribe|sign up) (?:now|today|here|to|for)\b|\benter your e-?mail|\bstart your free trial|\bget (?:our|the) (?:free )?newsletter|mit (?:ihrem|einem) abo (?:lesen|weiterlesen)|\bfür abonnenten\b.{0,60}\b(?:lesen|anmelden)/iu

/** Words of self-promotion; they count only beside other signs. */
export const promotion =
  /\bberatung\b|\bdienstleistung(?:en)?\b|\bexpertise\b|\b(?:zentraler )?(?:anlaufpunkt|anlaufstelle|ansprechpartner(?:in)?)\b|\bbietet (?:ihnen|fundierte|umfassende|maßgeschneiderte)\b|\bwir (?:bieten|unterstützen|helfen) (?:ihnen|sie)\b|\bwebinar\b|\bwhitepaper\b|\bnewsletter\b|\bexperten\b|\bunser(?:e|en)? (?:team|angebot|services?|expertise)\b|\bour (?:team|services|experts|consultants)\b|\bconsulting\b/giu

/** A line that offers or gives a way to reach somebody. */
export const contact =
  /\bstehe? (?:ich|wir) ihnen\b.{0,60}\bzur verfügung\b|\bkontakt aufnehmen\b|\bkontaktieren sie (?:uns|mich)\b|\brufen sie (?:uns|mich) an\b|\bunter \+?\d[\d /()-]{6,}|^(?:tel(?:efon)?|fax|mobil|phone|e-?mail)\.?:? ?(?:\+?\d|\S+@)|\bcontact us\b|^(?:\+49|0049|\+43|\+41|\+44|\+1)[\d /()-]{6,}$/iu

/** Lines of page footers. */
export const footer = pattern([
  '(?:©|\\(c\\)|copyright)(?: .*)?',
  '(?:impressum|datenschutz(?:erklärung|hinweise)?|agb|nutzungsbedingungen|cookie-?einstellungen|barrierefreiheit|mediadaten|kontakt(?:formular)?)(?: ?[|·/,&] ?.*)?',
  '(?:imprint|privacy policy|terms (?:of (?:use|service)|and conditions)|legal notice|cookie (?:policy|settings))(?: ?[|·/,&] ?.*)?',
  'alle rechte vorbehalten\\.?',
  'all rights reserved\\.?',
  '(?:nach oben|zurück zur startseite|zur startseite|back to top)',
  '\\((?:(?:additional )?reporting|writing|editing) by .*\\)',
  'our standards: .*',
])

/** Notices about cookies and consent. */
export const consent =
  /\b(?:wir|diese (?:web)?seite|we|this (?:web)?site) (?:verwende[nt]|nutz(?:en|t)|setz(?:en|t)|uses?) (?:[\w-]+ ){0,4}cookies\b|cookies?\b.{0,300}\b(?:zustimm|stimmen sie|akzeptier|einwillig|einverstanden|ablehnen|accept|consent|agree|reject)|\b(?:wir und unsere partner|we and our partners)\b/isu

/** Teasers that end in a link, or in the department and time of their article. */
export const teaser =
  /(?:\bweiterlesen|\bmehr lesen|\bread more|\bcontinue reading|\bzum artikel|\bmehr erfahren|\blearn more)\s*(?:\.{2,3}|…|»|›|>|→)?\s*$|\(\p{L}[\p{L} &/-]{1,30}, \d{1,2}\.\d{1,2}\.\d{4}(?: ?[-–,] ?\d{1,2}:\d{2})?(?: uhr)?\)\s*(?:weiterlesen.*)?$/iu

/** A block that itself leads elsewhere: "Lesen Sie auch: …", "Bleiben Sie informiert!". */
export const leadElsewhere =
  /^(?:bleiben sie informiert|lesen sie (?:auch|hierzu|dazu)\s*:|lies auch\s*:|mehr (?:dazu|zum thema)\s*:|zum thema\s*:|siehe auch\s*:|read (?:also|more)\s*:|see also\s*:|folgen sie uns\b|follow (?:us\b|.{1,40} on (?:facebook|instagram|whatsapp|x|twitter|linkedin)\b))/iu

/** The credit of a picture at the end of a line. */
export const credit =
  /\s*(?:[-–—|/(©]\s*)?(?:kreativbild|symbolbild|titelbild|archivbild|bild(?:quelle|rechte)?|foto(?:s|credit)?|grafik|photo(?:graph)?|image|picture|credit)s?\s*(?:by|von|:|©)\s*:?\s*([\p{L}\d][^:]{1,60}?)\)?\.?$/iu

/** Anything of the above may be in a block that holds one of these; a cheap look before the close one. Without the `u` flag, which doubles its time. */
export const suspicion =
  /weitere|weiterlesen|lesen sie|lies auch|passend|mehr (?:dazu|zum|aus|lesen)|anzeige|werbung|kostenlos|gratis|newsletter|börsenbrief|abonn|cookie|kommentar|impressum|datenschutz|kontakt|©|copyright|subscribe|sign up|follow|standards|(?:report|edit)ing by|downloads?|read (?:more|also|next)|see also|related|advert|sponsor|comments?\b|veröffentlicht|published|most (?:read|popular)|\||(?:bild|foto|photo|image|grafik)s?:|\d{4}|zur verfügung/i

function pattern(alternatives: readonly string[]): RegExp {
  return new RegExp(`^[•◦▪●#*>»\\s-]*(?:${alternatives.join('|')})\\s*[:.…!?»>]*$`, 'iu')
}
