import { expect, test } from 'vitest';
import { plain } from '#src/feed/plain.ts';

const page = 'https://site.example/articles/one/';
const told = (html: string) => plain(html, page);

test('a link says its full address, wherever it leads', () => {
  expect(told('<a href="/quiz/">q</a>')).toBe('<a href="https://site.example/quiz/">q</a>');
  expect(told('<a href="#why">w</a>')).toBe(`<a href="${page}#why">w</a>`);
  expect(told('<a href="https://else.example/">e</a>')).toBe(
    '<a href="https://else.example/">e</a>',
  );
});

test('a picture keeps its words and says its full address', () => {
  expect(told('<img class="wide" src="/p.png" alt="A plan">')).toMatch(
    /^<img src="https:\/\/site\.example\/p\.png" alt="A plan" ?\/?>$/,
  );
});

test('nothing that runs or styles goes out', () => {
  const html = told(
    '<style>p{}</style><p class="lede" style="color:red" onclick="go()">Text<script>go()</script></p><button>Copy</button>',
  );
  expect(html).toBe('<p>Text</p>');
});

test('boxes go, and what is written in them stays', () => {
  expect(told('<div class="check"><p>How to check</p><section><p>Look.</p></section></div>')).toBe(
    '<p>How to check</p><p>Look.</p>',
  );
});

test('code keeps every space and line, and what looks like a tag stays text', () => {
  const code = '<pre><code>select *\n\n  from a &lt;b&gt;</code></pre>';
  expect(told(code.replace('select', '<span class="token">select</span>'))).toBe(code);
});
