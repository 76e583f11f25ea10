/** Parts of states with a government of their own: places that act. */
export const regions =
  `Baden-Württemberg|Bayern|Brandenburg|Bremen|Hamburg|Hessen|Mecklenburg-Vorpommern|Niedersachsen|Nordrhein-Westfalen|Rheinland-Pfalz|Saarland|Sachsen|Sachsen-Anhalt|Schleswig-Holstein|Thüringen|NRW
Burgenland|Kärnten|Niederösterreich|Oberösterreich|Salzburg|Steiermark|Tirol|Vorarlberg|Südtirol
Aargau|Appenzell|Graubünden|Luzern|Neuenburg|Nidwalden|Obwalden|Schaffhausen|Schwyz|Solothurn|Tessin|Thurgau|Waadt|Wallis|Zug|Zürich|Genf|Basel|Freiburg
Alabama|Alaska|Arizona|Arkansas|California|Kalifornien|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming
England|Scotland|Schottland|Wales|Northern Ireland|Nordirland|Katalonien|Catalonia|Krim|Crimea|Donbass|Donbas|Tschetschenien|Chechnya|Gaza|Gazastreifen|Westjordanland|West Bank|Tibet|Kurdistan|Siebenbürgen|Quebec|Québec|Ontario|Flandern|Wallonien|Lombardei|Toskana|Sizilien|Sardinien|Bretagne|Normandie|Elsass|Schlesien|Ostpreußen|Pommern
Europa|Europe|Asien|Asia|Afrika|Africa|Südamerika|Nordamerika|Lateinamerika|Naher Osten|Nahen Osten|Nahost|Middle East|Westeuropa|Osteuropa|Balkan|Baltikum|Skandinavien|Ostdeutschland|Westdeutschland|DDR|Sowjetunion|UdSSR|Soviet Union|Jugoslawien|Yugoslavia|Tschechoslowakei`.split(
    /[|\n]/,
  )
