import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contribution } from '../../domain/panel/state.js';
import type { Words } from '../../domain/panel/events.js';
import type { People } from '../../domain/wire/views.js';
import { Button } from '../ui/button.js';
import { Folded } from './folded.js';
import { nameOf } from './languages.js';
import { wordsFor } from './words-for.js';
import { Written } from './written.js';

export interface SaidProps {
  readonly contribution: Contribution & { readonly words: Words };
  readonly people: People;
  /** There is so little room that even a short text may not fit. */
  readonly isTight?: boolean;
}

/** Somebody’s words: in the reader’s language where an interpreter rendered them, with the original one press away. */
export function Said({ contribution, people, isTight = false }: SaidProps) {
  const { i18n, t } = useTranslation('panel');
  const [wantsOriginal, setWantsOriginal] = useState(false);
  const { id, words } = contribution;
  const first = wordsFor(contribution, i18n.language);
  const rendering = first?.rendering;
  const shown = first && !wantsOriginal ? first : words;

  return (
    <>
      <Folded id={id} text={shown.text} isTight={isTight}>
        <p className="words" lang={shown.lang} dir="auto">
          <Written text={shown.text} />
        </p>
      </Folded>
      {rendering && (
        <p className="rendered">
          <span>
            {wantsOriginal
              ? t('original-in', { language: nameOf(words.lang) })
              : t('rendered-by', { name: people[rendering.interpreter]?.name ?? t('an-interpreter') })}
          </span>
          <Button look="quiet" onPress={() => setWantsOriginal(!wantsOriginal)}>
            {wantsOriginal ? t('show-rendering') : t('show-original')}
          </Button>
        </p>
      )}
    </>
  );
}
