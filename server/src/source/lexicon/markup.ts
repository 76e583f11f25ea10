/**
 * Names that pages give to what surrounds an article, as they stand in `class`, `id` and `role`: parts of names between hyphens,
 * underscores and capitals ("article-teaser__label", "relatedPosts"), lower case.
 */

/** An element so called is never part of the article, unless it holds much of it. */
export const surrounding: ReadonlySet<string> = new Set(
  [
    // comments
    'comment comments commentlist kommentar kommentare disqus respond replies',
    // other articles
    'related relatedposts relatedarticles recirc recirculation recommended recommendation recommendations empfehlungen outbrain taboola',
    'mostread meistgelesen readmore weiterlesen morestories similar jp-relatedposts lesetipp lesetipps inline-related teaserlist',
    'lesen-sie-auch read-more most-read most-popular more-stories see-also also-read auch-interessant mehr-zum-thema',
    // what is sold, asked and shared
    'advert advertisement adslot anzeige werbung sponsored sponsor newsletter newsletters signup subscribe subscription paywall abo',
    'cta share sharing sharebar social sharedaddy socialmedia cookie cookies consent gdpr cmp',
    // ways through the site
    'breadcrumb breadcrumbs pagination pager navbox catlinks editsection toc sitenotice sidebar tagcloud taglist tags-links topics sitemap skiplink',
    // beside the article
    'authorbox author-box author-bio authorbio zur-person about-author pullquote pull-quote references reflist signature sig copyright fotograf',
    'pressekontakt kontaktbox imprint impressum',
  ]
    .join(' ')
    .split(' '),
)

/** An element so called is left out where it holds no sentence of its own or mostly links. */
export const doubtful: ReadonlySet<string> = new Set(
  'aside box menu nav navigation promo promotion recent teaser teasers trending popular footer header widget meta byline tags tag buttons actions card cards tools toolbar author kontakt contact next weitere more'.split(
    ' ',
  ),
)

/** Elements that no page uses for its article. */
export const surroundingElements: ReadonlySet<string> = new Set([
  'nav',
  'form',
  'amp-ad',
  'amp-consent',
  'amp-embed',
  'amp-list',
  'amp-sidebar',
  'amp-social-share',
])
