/** Units and currencies that CLDR lacks or names otherwise than German texts do. */
export const moreUnits = {
  times: { words: 'mal|Male|Malen|fach|fache|fachen|faches|facher' },
  percent: { words: 'Prozent|Prozents|v. H.|vH|Prozente|Prozenten|Perzent|Prozentsatz', symbols: '%' },
  'percentage-point': {
    words: 'Prozentpunkt|Prozentpunkte|Prozentpunkten|Prozentpunktes|Prozentpünktchen|Prozent-Punkte|%-Punkte|%-Punkten',
    symbols: 'PP|pp',
  },
  permille: { words: 'Promille', symbols: '‰' },
  'basis-point': { words: 'Basispunkt|Basispunkte|Basispunkten', symbols: 'bp' },
  'kilometer-per-hour': {
    words:
      'Stundenkilometer|Stundenkilometern|Stundenkilometers|Kilometer pro Stunde|Kilometern pro Stunde|Kilometer je Stunde|Kilometern je Stunde|Kilometer in der Stunde|Kilometern in der Stunde',
    symbols: 'km/h|Km/h|kmh|km/Std.|Tempo',
  },
  'meter-per-second': { words: 'Meter pro Sekunde|Metern pro Sekunde|Meter in der Sekunde' },
  'mile-per-hour': { words: 'Meilen pro Stunde|Meile pro Stunde|Meilen die Stunde', symbols: 'mph' },
  'square-kilometer': { symbols: 'qkm' },
  'square-meter': { words: 'm2', symbols: 'qm' },
  'cubic-centimeter': { symbols: 'ccm' },
  'cubic-meter': { words: 'Kubik|Festmeter|Festmetern', symbols: 'cbm' },
  kilometer: { words: 'km', symbols: 'Km|KM' },
  hectare: { words: 'Hektar|Hektars|Hektare|Hektaren' },
  kilogram: { words: 'Kilo|Kilos|kg', symbols: 'Kg|KG' },
  gram: { symbols: 'g|gr' },
  tonne: { words: 'Tonne|Tonnen|Metertonnen', symbols: 't|to' },
  mile: { words: 'Landmeile|Landmeilen' },
  'nautical-mile': { words: 'Seemeile|Seemeilen', symbols: 'sm' },
  inch: { words: 'Zoll', symbols: "″|\"|''|”|“" },
  foot: { words: 'Fuß|Fuss' },
  year: { words: 'Jahr|Jahre|Jahren|Jahres|Jahrs', symbols: 'a|J.' },
  month: { words: 'Monat|Monate|Monaten|Monats|Kalendermonate|Kalendermonaten', symbols: 'Mon.' },
  week: { words: 'Kalenderwochen', symbols: 'Wo.' },
  day: { words: 'Tag|Tage|Tagen|Tages|Tags|Werktage|Werktagen|Arbeitstage|Arbeitstagen|Kalendertage', symbols: 'd' },
  hour: { words: 'Stunde|Stunden|Uhrstunden|Zeitstunden', symbols: 'h|Std|Std.|Stdn.' },
  minute: { words: 'min|Spielminuten|Gehminuten|Autominuten', symbols: 'Min|Min.|min.' },
  second: { words: 'sec|sek', symbols: 's|Sek|Sek.|Sec.' },
  decade: { words: 'Dekade|Dekaden|Jahrzehnt|Jahrzehnte|Jahrzehnten|Jahrzehnts' },
  century: { words: 'Jahrhunderts|Jahrhundert|Jahrhunderte|Jahrhunderten' },
  quarter: { words: 'Quartal|Quartale|Quartalen' },
  'liter-per-100-kilometer': { symbols: 'l/100 km|l/100km|Liter/100 km' },
  liter: { words: 'l|Liter|Liters|Litern', symbols: 'L|Ltr.' },
  milliliter: { words: 'ml' },
  barrel: { words: 'Fass|Fässer|Fässern|Barrels' },
  degree: { words: 'Grad|Winkelgrad', symbols: '°' },
  celsius: { words: '°Celsius|° Celsius|Celsius|Grad Celsius|Grad C|Celsiusgrade|Celsiusgrad', symbols: '°C|° C|ºC' },
  fahrenheit: { words: '°Fahrenheit|° Fahrenheit|Fahrenheit|Grad Fahrenheit|Grad F', symbols: '°F|° F' },
  kelvin: { words: 'Kelvin', symbols: 'K' },
  horsepower: { words: 'Pferdestärken|PS', symbols: 'PS' },
  pound: { words: 'Pfund Fleisch' },
  revolution: { words: 'Umdrehung|Umdrehungen|Turn|Turns', symbols: 'U/min' },
  'milliampere-hour': { words: 'Milliamperestunden', symbols: 'mAh' },
  'ampere-hour': { words: 'Amperestunden', symbols: 'Ah' },
  megapixel: { words: 'Megapixel|Megapixeln', symbols: 'MP' },
  terabyte: { symbols: 'TByte' },
  gigabyte: { words: 'Gigabyte|Gigabytes', symbols: 'GB|GByte' },
  megabyte: { words: 'Megabyte|Megabytes', symbols: 'MB|MByte' },
  'megabit-per-second': { words: 'Megabit pro Sekunde', symbols: 'Mbit/s|MBit/s|Mbps' },
  'gigabit-per-second': { words: 'Gigabit pro Sekunde', symbols: 'Gbit/s|GBit/s' },
  decibel: { words: 'Dezibel', symbols: 'dB' },
  knot: { words: 'Knoten', symbols: 'kn|kt' },
  stone: { words: '' },
} as const

/** Forms of CLDR that are other words far more often. */
export const unwantedSymbols =
  'J b B M W T T. Q Mon. E S H F C p st in ac U fm gr Pr Tr. DL d D N P R G kat ch chain rod c Cup Cups cup Ta pc bu Kt kt pt qt Tg. bar Stone Stones fur smi slug V A Y'

/** Names that people use; "Dollar" without a country is the American one. "krone" and the like stand for any currency of the name. */
export const moreCurrencies = {
  EUR: 'Euro|Euros|Eur|€|Teuro',
  USD: 'US-Dollar|US Dollar|US-Dollars|Dollar|Dollars|US-$|US$|$|amerikanische Dollar|amerikanischen Dollar|amerikanischer Dollar',
  GBP: 'Pfund|Pfund Sterling|britische Pfund|britischen Pfund|£',
  CHF: 'Franken|Schweizer Franken|Schweizerfranken|SFr.|sFr.|Fr.|Fr',
  DEM: 'D-Mark|Deutsche Mark|Mark|DM',
  RM: 'Reichsmark',
  ATS: 'Schilling|Schillinge|Schillingen|öS',
  JPY: 'Yen|¥',
  CNY: 'Yuan|Renminbi|chinesische Yuan',
  RUB: 'Rubel|Rubeln|₽',
  UAH: 'Hrywnja|Hrywna|Hrywnia|Griwna|₴',
  PLN: 'Zloty|Złoty|Zlotys|Złotys',
  HUF: 'Forint|Forints',
  krone: 'Krone|Kronen',
  SEK: 'Schwedenkronen|schwedische Kronen|schwedischen Kronen',
  DKK: 'Dänenkronen',
  TRY: 'türkische Lira|türkischen Lira|Lira',
  ITL: 'Lire|italienische Lire|italienischen Lire',
  INR: 'Rupie|Rupien|indische Rupien|₹',
  CAD: 'kanadische Dollar|kanadischen Dollar|C$|CAD$|cad$|Can$',
  AUD: 'australische Dollar|australischen Dollar|A$|AU$',
  HKD: 'Hongkong-Dollar|HK$',
  ILS: 'Schekel|Schekeln|₪',
  KRW: 'Won|₩',
  BRL: 'Real|Reais|R$',
  ZAR: 'Rand',
  peso: 'Peso|Pesos',
  FRF: 'Franc|Francs',
  'EUR×0.01': 'Cent|Cents|Eurocent|Eurocents|ct|Ct.',
  BTC: 'Bitcoin|Bitcoins',
} as const

export const leadingCurrencies = { EUR: 'Euro', CHF: 'Franken', USD: 'Dollar' } as const

const lastingWord = /^(\p{Lu}\p{L}{2,}?)(jahr|monat|woche|stunde|minute|sekunde)(?:en?|n)?$/u

const lasting: Readonly<Record<string, string>> = {
  jahr: 'year',
  monat: 'month',
  woche: 'week',
  stunde: 'hour',
  minute: 'minute',
  sekunde: 'second',
}

/** "Laufzeitjahre", "Arbeitsstunden": how long something lasts. A "Vierteljahr" is another length, a "Sprechstunde" an occasion. */
export function grownUnit(word: string): string | undefined {
  const parts = lastingWord.exec(word)
  if (parts === null || /^(?:Halb|Viertel|Dreiviertel|Sprech|Stern|Feier|Schweige|Gedenk)$/.test(parts[1] ?? '')) return undefined
  return lasting[parts[2] ?? '']
}
