import { useTranslation } from 'react-i18next';
import { Page, ScreenTitle } from '../../ui/screen.js';
import './order.css';

const PARTS = ['places', 'steps', 'groups', 'cost', 'price', 'knows', 'hosts'] as const;
const STEPS = ['longest', 'owed', 'least', 'wait'] as const;

/** How turns are given, for whoever waits for one: the rule, its price, and what stays private. */
export function OrderScreen() {
  const { t } = useTranslation('order');
  return (
    <Page className="order">
      <ScreenTitle>{t('title')}</ScreenTitle>
      <p className="lead">{t('lead')}</p>
      {PARTS.map((part) => (
        <section key={part} aria-labelledby={`order-${part}`}>
          <h2 id={`order-${part}`}>{t(`${part}-title`)}</h2>
          <p>{t(`${part}-text`)}</p>
          {part === 'steps' && <Steps />}
        </section>
      ))}
    </Page>
  );
}

function Steps() {
  const { t } = useTranslation('order');
  return (
    <ol>
      {STEPS.map((step) => (
        <li key={step}>{t(`step-${step}`)}</li>
      ))}
    </ol>
  );
}
