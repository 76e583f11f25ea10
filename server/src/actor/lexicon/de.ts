/** German words around names: roles and titles that stand before a person, what organisations end with, particles within names. */

/** Roles in the singular, masculine; the feminine adds "in" (or "frau" for "mann"). A role stands for every compound that ends with it: "Bundeskanzler". */
export const roles =
  `Abgeordneter Abgeordnete Admiral Analyst Anführer Anwalt Architekt Arzt Aufsichtsratschef Aufsichtsratsvorsitzender Außenminister Autor
Bankier Beauftragter Beauftragte Berater Bischof Botschafter Bürgermeister Bundesrat Chef Chefin Chefökonom Co-Chef Dekan Diktator Diplomat Direktor Dirigent Dissident
Experte Expertin Fraktionschef Fürst Gefreiter General Generalmajor Generalsekretär Generaloberst Gewerkschafter Gouverneur Graf Großherzog Gründer
Hauptmann Herzog Historiker Innenminister Intendant Journalist Jurist Kaiser Kaiserin Kandidat Kanzler Kapitän Kardinal Kommandant Kommandeur Kommissar Kommissarin Kommissionspräsident König Königin Koordinator Kronprinz Künstler
Landeshauptmann Landeshauptfrau Landrat Landrätin Lehrer Leiter Leutnant Major Manager Marschall Minister Ministerpräsident Moderator Musiker Nationalrat
Oberbürgermeister Oberst Obmann Obfrau Oligarch Ökonom Ombudsmann Oppositionsführer Pater Papst Parteichef Parteivorsitzender Pastor Pfarrer Philosoph Polizeipräsident Politiker Politologe Politologin Präsident Premier Premierminister Prinz Prinzessin Produzent Professor
Rabbiner Rapper Rechtsanwalt Redakteur Regierungschef Regierungssprecher Regisseur Rektor Reporter Richter Ritter Sänger Schauspieler Schriftsteller Sekretär Senator Sheriff Soziologe Sprecher Staatsanwalt Staatschef Staatsminister Staatspräsident Staatssekretär Stadtrat Statthalter
Trainer Unternehmer Verteidigungsminister Vertreter Vizekanzler Vizepräsident Volksanwalt Vorsitzender Vorsitzende Vorstand Vorstandschef Vorstandsvorsitzender Wissenschaftler Wissenschafter Zar`.split(
    /\s+/,
  )

/** Forms of address and academic titles, left out of the name. */
export const titles =
  'Herr Herrn Frau Dr. Dr Prof. Prof Mag. DI Dipl.-Ing. Ing. Abg. Abg Kollege Kollegen Kollegin Lord Lady Sir Don Doña Hr. Fr. Freiherr'.split(
    ' ',
  )

/** Within names, in lower case. */
export const particles = new Set(
  'von vom van der den de del della di da dos das du la le zu zum zur ten ter bin ibn al el und y of the'.split(' '),
)

/** What organisations are called by their last part, in lower case. */
export const organisationHeads =
  'agentur akademie aktiengesellschaft allianz amt anstalt armee ausschuss bahn bank behörde betriebe börse bund bündnis bundestag club dienst fernsehen finanz fond fonds fraktion front garde gericht gerichtshof gesellschaft gewerkschaft gruppe gymnasium hochschule holding institut kammer kasse kirche klinik klinikum klub kommission kommissariat konzern kongress konferenz landtag liga ministerium museum nachrichten nationalbank orchester organisation orden parlament partei polizei presse rat ratspräsidentschaft regierung rotes rundfunk senat sender sparkasse staatsanwaltschaft stiftung team theater union universität unternehmen verband verein vereinigung verlag versicherung werke werk zeitung zentralbank zentrale zentrum'.split(
    ' ',
  )
