import type { APIRoute } from 'astro';
import { articleCard } from '#src/articles/card.ts';
import { allArticles } from '#src/articles/library.ts';
import { type Card, nameOf } from '#src/social/card.ts';
import { pageCards } from '#src/social/pages.ts';
import { picture } from '#src/social/picture.ts';

export async function getStaticPaths() {
  const cards = [...pageCards(), ...(await allArticles()).map(articleCard)];
  return cards.map((card) => ({ params: { name: nameOf(card.path) }, props: { card } }));
}

/** The image that networks show beside a link to a page. */
export const GET: APIRoute<{ card: Card }> = async ({ props }) =>
  new Response(await picture(props.card), { headers: { 'content-type': 'image/png' } });
