/** Abbreviations and headings that look like organisations and are none. */
export const notActors = new Set(
  'KI AI BIP GDP BTC ETH LTC CEO CFO CTO FPV USD EUR CHF PR IT TV PC SMS GPS DNA AIDS HIV ADHS PDF URL USB API CO2 VIP MwSt AGB DSGVO IoT ESG CITY Social Media'.split(
    ' ',
  ),
)
