import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from '@react-email/components';
import { Children, type ReactNode } from 'react';
import { site } from '#src/site.ts';
import type { Block, Letter } from './letter.ts';
import { colour, sheet, type } from './look.ts';
import { Facts } from './parts/Facts.tsx';
import { Findings } from './parts/Findings.tsx';
import { Plate } from './parts/Plate.tsx';
import { Rulers } from './parts/Rulers.tsx';
import { Steps } from './parts/Steps.tsx';

function part(block: Block): ReactNode {
  switch (block.kind) {
    case 'text':
      return (
        <Text className="ink" style={type.text}>
          {block.text}
        </Text>
      );
    case 'heading':
      return (
        <Heading as="h2" className="ink" style={type.heading}>
          {block.text}
        </Heading>
      );
    case 'plate':
      return <Plate {...block} />;
    case 'rulers':
      return <Rulers {...block} />;
    case 'facts':
      return <Facts {...block} />;
    case 'findings':
      return <Findings {...block} />;
    case 'steps':
      return <Steps {...block} />;
    case 'button':
      return (
        <Button
          href={block.href}
          className={block.main ? '' : 'ink'}
          style={{
            ...type.strong,
            ...(block.main && { backgroundColor: colour.signal }),
            border: `2px solid ${colour.ink}`,
            borderRadius: '3px',
            padding: '12px 22px',
            textDecoration: 'none',
          }}
        >
          {block.label}
        </Button>
      );
  }
}

const Foot = ({ why, links = [] }: Pick<Letter, 'why' | 'links'>) => (
  <>
    <Text className="quiet" style={{ ...type.small, marginBottom: '12px' }}>
      {why}
    </Text>
    {links.map(({ label, href }) => (
      <Text key={href} className="quiet" style={{ ...type.small, marginBottom: '6px' }}>
        <Link
          href={href}
          className="quiet"
          style={{ color: colour.quiet, textDecoration: 'underline' }}
        >
          {label}
        </Link>
      </Text>
    ))}
    <Text className="quiet" style={type.small}>
      {site.legal.entity}, {site.legal.address}
      <br />
      <Link
        href={`mailto:${site.contact.email}`}
        className="quiet"
        style={{ color: colour.quiet, textDecoration: 'underline' }}
      >
        {site.contact.email}
      </Link>
    </Text>
  </>
);

/**
 * The letter as HTML for mail programs: tables, inline styles, no image, light and dark.
 * @param home address of the site
 */
export const LetterHtml = ({
  letter,
  home,
}: {
  readonly letter: Letter;
  readonly home: string;
}) => (
  <Html lang={site.language}>
    <Head>
      <title>{letter.subject}</title>
      <meta name="color-scheme" content="light dark" />
      <meta name="supported-color-schemes" content="light dark" />
      <style>{sheet}</style>
    </Head>
    <Preview>{letter.preview}</Preview>
    <Body
      className="paper"
      style={{ backgroundColor: colour.paper, margin: 0, padding: '24px 8px' }}
    >
      <Container style={{ maxWidth: '600px', margin: '0 auto' }}>
        <Link
          href={home}
          className="ink"
          style={{ ...type.caps, fontSize: '20px', textDecoration: 'none' }}
        >
          {site.name}
        </Link>
        <Section
          className="panel card line"
          style={{
            backgroundColor: colour.panel,
            border: `1px solid ${colour.line}`,
            borderRadius: '8px',
            padding: '32px',
            margin: '16px 0',
          }}
        >
          <Text className="quiet" style={{ ...type.figure, color: colour.quiet, margin: 0 }}>
            {letter.eyebrow}
          </Text>
          <Heading as="h1" className="ink title" style={type.title}>
            {letter.title}
          </Heading>
          {Children.map(letter.blocks.map(part), (drawn) => (
            <div style={{ marginBottom: '16px' }}>{drawn}</div>
          ))}
        </Section>
        <Foot why={letter.why} {...(letter.links && { links: letter.links })} />
      </Container>
    </Body>
  </Html>
);
