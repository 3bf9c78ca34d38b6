#include "mail/transcriptmask.h"

#include "mail/command.h"

namespace stationer {

QByteArray withoutSecrets(QByteArrayView line, const DialogueGoal& goal)
{
    QByteArray result = line.toByteArray();
    if (goal.token.reveal().size() >= 3)
        for (const QByteArray& form : {goal.token.reveal().toBase64(), goal.token.reveal()})
            result.replace(form, maskedSecret.toByteArray());
    const QByteArray& secret = goal.password.reveal();
    if (secret.size() < 3)
        return result;
    const QByteArray plain = '\0' + goal.account.value_or(QString()).toUtf8() + '\0' + secret;
    for (const QByteArray& form : {plain.toBase64(), secret.toBase64(), secret})
        result.replace(form, maskedSecret.toByteArray());
    return result;
}

} // namespace stationer
