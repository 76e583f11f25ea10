/** English words around names: roles and titles that stand before a person, what organisations end with. */

export const roles =
  `actor actress admiral adviser advisor ambassador analyst archbishop artist attorney author baron bishop brigadier businessman captain cardinal chairman chairwoman chancellor chief coach colonel commander commissioner composer congressman congresswoman coordinator correspondent councillor count countess defender deputy designer dictator diplomat director doctor duke economist editor emperor empress engineer envoy founder general goalkeeper governor historian inspector journalist judge justice king lawyer leader lecturer lieutenant major manager marshal mayor minister mp musician officer painter parliamentarian philosopher pilot poet politician pope premier president prince princess producer professor prosecutor queen rapper reporter representative scientist secretary senator sergeant sheriff singer spokesman spokesperson spokeswoman striker sultan tsar writer`.split(
    /\s+/,
  )

export const titles =
  'Mr. Mr Mrs. Mrs Ms. Ms Miss Dr. Dr Prof. Prof Sir Lord Lady Dame Rev. Gen. Col. Lt. Sgt. Capt. Sen. Gov. Rep. Hon.'.split(' ')

export const organisationHeads =
  'academy agency airlines airways alliance army assembly association authority bank board bureau centre center church club co co. college commission committee company confederation conference congress corp corp. corporation council court department entertainment federation force foundation front fund group guard holdings hospital inc inc. industries institute institution international journal laboratories league library llc ltd ltd. media ministry motors movement museum navy network news office orchestra organisation organization parliament partners party police press records school senate service services society studios systems team technologies television times trust tv union united university'.split(
    ' ',
  )
