import { useState } from 'react';
import { joinAs } from '../connection/api.js';
import { IntroductionForm } from '../ui/introduction-form.js';

/** For a reader of a panel that is open to everybody. */
export function SpeakHere({ panelId }: { readonly panelId: string }) {
  const [fault, setFault] = useState<string | null>(null);

  const join = async (name: string) => {
    const reply = await joinAs(panelId, name);
    // Loaded anew, so that the connection is opened with the new session.
    if (reply?.ok) return location.reload();
    setFault(reply?.refusal.message ?? 'The forum cannot be reached. Try again in a moment.');
  };

  return (
    <details className="speak">
      <summary>You are reading. Join to speak here</summary>
      <IntroductionForm
        asksName
        asksAccount="no"
        fault={fault}
        submit="Join"
        onSubmit={({ name }) => join(name ?? '')}
      />
    </details>
  );
}
